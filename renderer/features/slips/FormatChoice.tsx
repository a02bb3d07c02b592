import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { PerPage } from '../../../shared/contract/slips.ts';
import styles from './Slips.module.css';
import type { SlipOptions } from './slip-options.ts';

interface FormatChoiceProps {
  readonly options: SlipOptions;
  readonly onChange: (change: Partial<SlipOptions>) => void;
}

const grids: readonly { readonly count: PerPage; readonly columns: number; readonly rows: number }[] = [
  { count: 8, columns: 2, rows: 4 },
  { count: 4, columns: 2, rows: 2 },
  { count: 12, columns: 3, rows: 4 },
  { count: 2, columns: 1, rows: 2 },
  { count: 1, columns: 1, rows: 1 },
];

/** How many slips on a page, or a sheet of labels, as small pictures of the page. */
export function FormatChoice({ options, onChange }: FormatChoiceProps) {
  const t = useTranslations('slips.perPage');
  const name = useId();
  const onLabels = options.labels !== undefined;
  const own = options.templateId !== undefined;
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t('label')}</legend>
      <div className={styles.cards}>
        {grids.map(({ count, columns, rows }) => (
          <FormatCard
            key={count}
            name={name}
            label={t(`${count}`)}
            checked={!own && !onLabels && count === options.perPage}
            onChoose={() => onChange({ perPage: count, labels: undefined, templateId: undefined })}
          >
            <PagePicture columns={columns} rows={rows} />
          </FormatCard>
        ))}
        <FormatCard
          name={name}
          label={t('labels')}
          checked={onLabels}
          onChoose={() => onChange({ labels: { sheet: '3x8', startCell: 1 }, templateId: undefined })}
        >
          <LabelsPicture />
        </FormatCard>
      </div>
    </fieldset>
  );
}

interface FormatCardProps {
  readonly name: string;
  readonly label: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
  readonly children: React.ReactNode;
}

function FormatCard({ name, label, checked, onChoose, children }: FormatCardProps) {
  return (
    <label className={styles.card} data-checked={checked || undefined}>
      <input className="desk-visually-hidden" type="radio" name={name} checked={checked} onChange={onChoose} />
      {children}
      {label}
    </label>
  );
}

const PAGE = { width: 42, height: 59.4, margin: 2 };

interface Grid {
  readonly columns: number;
  readonly rows: number;
}

function placesOf({ columns, rows }: Grid) {
  const width = (PAGE.width - 2 * PAGE.margin) / columns;
  const height = (PAGE.height - 2 * PAGE.margin) / rows;
  return Array.from({ length: rows * columns }, (_, place) => ({
    x: PAGE.margin + (place % columns) * width,
    y: PAGE.margin + Math.floor(place / columns) * height,
    width,
    height,
  }));
}

/** A page with its slips: name, login and the teacher's stub under each. */
function PagePicture(grid: Grid) {
  return (
    <Sheet>
      {placesOf(grid).map(({ x, y, width, height }) => (
        <g key={`${x} ${y}`}>
          <rect className={styles.cut} x={x} y={y} width={width} height={height} />
          <rect className={styles.ink} x={x + 2} y={y + 2} width={width * 0.6} height={Math.min(3, height * 0.09)} />
          <rect
            className={styles.accent}
            x={x + 2}
            y={y + height * 0.34}
            width={width * 0.72}
            height={Math.min(6, height * 0.17)}
          />
          <rect
            className={styles.ink}
            x={x + 2}
            y={y + height * 0.78}
            width={width * 0.45}
            height={Math.min(2.4, height * 0.07)}
          />
        </g>
      ))}
    </Sheet>
  );
}

/** A sheet of labels: rounded, apart from one another. */
function LabelsPicture() {
  return (
    <Sheet>
      {placesOf({ columns: 3, rows: 8 }).map(({ x, y, width, height }) => (
        <rect
          key={`${x} ${y}`}
          className={styles.cell}
          x={x + 0.8}
          y={y + 0.8}
          width={width - 1.6}
          height={height - 1.6}
          rx="1.2"
        />
      ))}
    </Sheet>
  );
}

function Sheet({ children }: { readonly children: React.ReactNode }) {
  return (
    <svg className={styles.picture} viewBox={`0 0 ${PAGE.width} ${PAGE.height}`} aria-hidden focusable="false">
      <rect className={styles.sheet} width={PAGE.width} height={PAGE.height} rx="1.5" />
      {children}
    </svg>
  );
}
