import { useTranslations } from 'use-intl';
import type { ClassStanding } from '../../../shared/contract/reconciliation.ts';
import bar from '../../ui/CoverageBar.module.css';

/** Parts of the bar from left to right with the colour of their meaning. */
const parts = [
  { part: 'matched', look: 'handedOver', words: 'matched' },
  { part: 'family', look: 'printed', words: 'family' },
  { part: 'school', look: 'generated', words: 'schoolPart' },
  { part: 'absent', look: 'none', words: 'absent' },
] as const;

interface StandingBarProps {
  readonly name: string;
  readonly standing: ClassStanding;
}

/** How the people of a class stand: matched, to fix by family, to fix at school, not on the portal. Says it in words too. */
export function StandingBar({ name, standing }: StandingBarProps) {
  const t = useTranslations('reconciliation.progress');
  const { matched, school, family, absent, people } = standing;
  const words = t('words', { name, matched, school, family, absent });
  let from = 0;
  return (
    <svg className={bar.bar} viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label={words}>
      <title>{words}</title>
      {parts.map(({ part, look }) => {
        const width = people === 0 ? 0 : (100 * standing[part]) / people;
        const x = from;
        from += width;
        return <rect key={part} x={x} y={0} width={width} height={8} data-part={look} />;
      })}
    </svg>
  );
}

/** What the colours mean, with the numbers of the class or school when given. */
export function StandingLegend({ standing }: { readonly standing?: ClassStanding }) {
  const t = useTranslations('reconciliation.progress');
  return (
    <ul className={bar.legend}>
      {parts.map(({ part, look, words }) => (
        <li key={part} className={bar.item}>
          <svg className={bar.dot} viewBox="0 0 10 10" aria-hidden="true" focusable="false">
            <rect width="10" height="10" rx="3" data-part={look} />
          </svg>
          {t(words)}
          {standing === undefined ? null : <b>{standing[part]}</b>}
        </li>
      ))}
    </ul>
  );
}
