import type { Dispatch } from 'react';
import { useTranslations } from 'use-intl';
import type { Decision, PlanEntry } from '../../../shared/contract/import-plan.ts';
import { matches } from '../../../shared/i18n/ru/matches.ts';
import type { Acceptance } from './acceptance.ts';
import { ChangeLine } from './ChangeLine.tsx';
import { DecideWho } from './DecideWho.tsx';
import shared from './Imports.module.css';
import type { ImportAction } from './import-state.ts';
import { ProblemLine } from './ProblemLine.tsx';
import styles from './Review.module.css';

interface EntryDetailsProps {
  readonly entry: PlanEntry;
  readonly accepted: Acceptance;
  readonly decisions: readonly Decision[];
  readonly dispatch: Dispatch<ImportAction>;
}

/** One row of the plan in words: who, which class, what changes, what is wrong. */
export function EntryDetails({ entry, accepted, decisions, dispatch }: EntryDetailsProps) {
  const t = useTranslations('imports.entry');
  const decidable = entry.pile === 'ambiguous' || entry.decided;
  return (
    <div className={styles.details}>
      <p className={styles.who}>
        <b>{entry.title}</b>
        <span>{entry.className}</span>
        {entry.rowNumber === 0 ? null : <span className={styles.rowMark}>{t('row', { number: entry.rowNumber })}</span>}
      </p>
      {entry.pile === 'new' && entry.guardians.length > 0 ? (
        <p className={shared.quiet}>{t('guardians', { names: entry.guardians.join(', ') })}</p>
      ) : null}
      {entry.pile === 'ambiguous' || entry.pile === 'changed' ? <Reason reason={entry.reason} /> : null}
      {decidable ? <DecideWho entry={entry} decisions={decisions} dispatch={dispatch} /> : null}
      {entry.changes.map((change) => (
        <ChangeLine key={change.key} change={change} entry={entry} accepted={accepted} dispatch={dispatch} />
      ))}
      {entry.problems.map((problem) => (
        <ProblemLine key={`${problem.code} ${problem.columnNumber}`} problem={problem} />
      ))}
    </div>
  );
}

type Reasons = keyof typeof matches;

function Reason({ reason }: { readonly reason: string }) {
  const t = useTranslations('matches');
  const known = (Object.keys(matches) as readonly Reasons[]).find((one) => one === reason);
  return known === undefined || known === 'all-equal' ? null : <p className={shared.quiet}>{t(known)}</p>;
}
