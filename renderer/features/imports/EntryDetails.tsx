import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { PlanEntry, RowProblem } from '../../../shared/contract/import-plan.ts';
import { matches } from '../../../shared/i18n/ru/matches.ts';
import { ChangedValue } from './ChangedValue.tsx';
import styles from './Imports.module.css';

/** One row of the plan in words: who, which class, what changes, what is wrong. */
export function EntryDetails({ entry }: { readonly entry: PlanEntry }) {
  const t = useTranslations('imports.entry');
  const candidates = entry.candidates.map((one) => `${one.title}, ${one.className}`).join('; ');
  return (
    <div className={styles.details}>
      <p className={styles.who}>
        <b>{entry.title}</b>
        <span>{entry.className}</span>
        <span className={styles.rowMark}>{t('row', { number: entry.rowNumber })}</span>
      </p>
      {entry.pile === 'new' && entry.guardians.length > 0 ? (
        <p className={styles.quiet}>{t('guardians', { names: entry.guardians.join(', ') })}</p>
      ) : null}
      {entry.pile === 'ambiguous' || entry.pile === 'changed' ? <Reason reason={entry.reason} /> : null}
      {candidates === '' ? null : <p className={styles.quiet}>{t('candidates', { names: candidates })}</p>}
      {entry.changes.map((change) => (
        <ChangedValue key={`${change.who} ${change.field} ${change.after}`} change={change} />
      ))}
      {entry.problems.map((problem) => (
        <Problem key={`${problem.code} ${problem.columnNumber}`} problem={problem} />
      ))}
    </div>
  );
}

type Reasons = keyof typeof matches;

function Reason({ reason }: { readonly reason: string }) {
  const t = useTranslations('matches');
  const known = (Object.keys(matches) as readonly Reasons[]).find((one) => one === reason);
  return known === undefined || known === 'all-equal' ? null : <p className={styles.quiet}>{t(known)}</p>;
}

function Problem({ problem }: { readonly problem: RowProblem }) {
  const t = useTranslations('imports.entry');
  const words = useTranslations('problems');
  const refused = problem.severity === 'refused';
  const Icon = refused ? IconCircleX : IconAlertTriangle;
  const place = { row: problem.rowNumber, column: problem.columnNumber, title: problem.columnTitle };
  return (
    <p className={styles.problem} data-refused={refused || undefined}>
      <Icon size={15} aria-hidden />
      <span>
        {words(`${problem.code}.title`)}
        <span className={styles.quiet}>
          {problem.columnNumber === 0 ? '' : ` · ${t('cell', place)}`}
          {` · ${problem.value === '' ? t('empty') : t('value', { value: problem.value })} · `}
          {t('expected', { expected: words(`${problem.code}.expected`, { hint: problem.hint }) })}
        </span>
      </span>
    </p>
  );
}
