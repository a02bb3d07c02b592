import { useId } from 'react';
import { useTranslations } from 'use-intl';
import styles from './Slips.module.css';

interface PerPageChoiceProps {
  readonly perPage: 4 | 8;
  readonly onChange: (perPage: 4 | 8) => void;
}

/** How many slips on a page, as two small pictures of the page. */
export function PerPageChoice({ perPage, onChange }: PerPageChoiceProps) {
  const t = useTranslations('slips.perPage');
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t('label')}</legend>
      <div className={styles.cards}>
        {([8, 4] as const).map((count) => (
          <label key={count} className={styles.card} data-checked={count === perPage || undefined}>
            <input
              className="desk-visually-hidden"
              type="radio"
              name={name}
              checked={count === perPage}
              onChange={() => onChange(count)}
            />
            <PagePicture rows={count / 2} />
            {t(`${count}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const PAGE = { width: 42, height: 59.4, margin: 2 };

/** A page with its slips: name, login and the teacher's stub under each. */
function PagePicture({ rows }: { readonly rows: number }) {
  const width = (PAGE.width - 2 * PAGE.margin) / 2;
  const height = (PAGE.height - 2 * PAGE.margin) / rows;
  const places = Array.from({ length: rows * 2 }, (_, place) => ({
    x: PAGE.margin + (place % 2) * width,
    y: PAGE.margin + Math.floor(place / 2) * height,
  }));
  return (
    <svg className={styles.picture} viewBox={`0 0 ${PAGE.width} ${PAGE.height}`} aria-hidden focusable="false">
      <rect className={styles.sheet} width={PAGE.width} height={PAGE.height} rx="1.5" />
      {places.map(({ x, y }) => (
        <g key={`${x} ${y}`}>
          <rect className={styles.cut} x={x} y={y} width={width} height={height} />
          <rect className={styles.ink} x={x + 2} y={y + 2} width={width * 0.6} height={height * 0.09} />
          <rect className={styles.accent} x={x + 2} y={y + height * 0.34} width={width * 0.72} height={height * 0.17} />
          <rect className={styles.ink} x={x + 2} y={y + height * 0.78} width={width * 0.45} height={height * 0.07} />
        </g>
      ))}
    </svg>
  );
}
