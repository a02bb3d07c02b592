import { useTranslations } from 'use-intl';
import type { Coverage } from '../../shared/contract/classes.ts';
import styles from './CoverageBar.module.css';

/** Parts of a coverage bar from left to right: what is done first. */
const parts = ['handedOver', 'printed', 'generated', 'none'] as const;

interface CoverageBarProps {
  /** Whose bar it is, for a screen reader. */
  readonly title: string;
  readonly coverage: Coverage;
}

/** How far people have come: handed over, printed, not printed, without a login. Says it in words as well. */
export function CoverageBar({ title, coverage }: CoverageBarProps) {
  const t = useTranslations('overview');
  const { handedOver, printed, generated, none, persons } = coverage;
  const words = t('bar', { title, handedOver, printed, generated, none });
  let from = 0;
  return (
    <svg className={styles.bar} viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label={words}>
      <title>{words}</title>
      {parts.map((part) => {
        const width = persons === 0 ? 0 : (100 * coverage[part]) / persons;
        const x = from;
        from += width;
        return <rect key={part} x={x} y={0} width={width} height={8} data-part={part} />;
      })}
    </svg>
  );
}

/** What the colours of the bars mean. */
export function CoverageLegend() {
  const t = useTranslations('states.credential');
  const label = useTranslations('overview');
  const words = { handedOver: t('handed-over'), printed: t('printed'), generated: t('generated'), none: t('none') };
  return (
    <ul className={styles.legend} aria-label={label('legend')}>
      {parts.map((part) => (
        <li key={part} className={styles.item}>
          <svg className={styles.dot} viewBox="0 0 10 10" aria-hidden="true" focusable="false">
            <rect width="10" height="10" rx="3" data-part={part} />
          </svg>
          {words[part]}
        </li>
      ))}
    </ul>
  );
}
