import { Radio } from '@mantine/core';
import type { Dispatch, KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import type { Decision, PlanEntry } from '../../../shared/contract/import-plan.ts';
import { showDate } from '../../ui/dates.ts';
import { useFieldWord } from '../../ui/field-words.ts';
import { useLanguage } from '../../ui/language.tsx';
import type { ImportAction } from './import-state.ts';
import styles from './Review.module.css';

interface DecideWhoProps {
  readonly entry: PlanEntry;
  readonly decisions: readonly Decision[];
  readonly dispatch: Dispatch<ImportAction>;
}

const skip = 'skip';

/** Who an unclear row is: one of the suggested pupils with what speaks against each, somebody new, or nobody for now. */
export function DecideWho({ entry, decisions, dispatch }: DecideWhoProps) {
  const t = useTranslations('imports.decide');
  const chosen = decisions.find((one) => one.rowNumber === entry.rowNumber)?.pupilId;
  const decide = (pupilId: Decision['pupilId'] | undefined) =>
    dispatch({ kind: 'decided', rowNumber: entry.rowNumber, pupilId });
  return (
    <Radio.Group
      className={styles.decide ?? ''}
      aria-label={t('who', { number: entry.rowNumber, title: entry.title })}
      value={chosen === undefined ? skip : String(chosen)}
      onChange={(value) => decide(value === skip ? undefined : value === 'new' ? 'new' : Number(value))}
      onKeyDown={(event) => decideByKey(event, entry, decide)}
    >
      {entry.candidates.map((candidate) => (
        <Radio
          key={candidate.id}
          size="xs"
          value={String(candidate.id)}
          label={<CandidateWords candidate={candidate} />}
        />
      ))}
      {typeof chosen === 'number' && entry.candidates.every(({ id }) => id !== chosen) ? (
        <Radio size="xs" value={String(chosen)} label={<b>{`${entry.title}, ${entry.className}`}</b>} />
      ) : null}
      <Radio size="xs" value="new" label={t('new')} />
      <Radio size="xs" value={skip} label={t('skip')} />
    </Radio.Group>
  );
}

/** 1–9 choose a candidate, N somebody new, 0 nobody; by the key's place, so that any layout works. */
function decideByKey(
  event: KeyboardEvent,
  { candidates }: PlanEntry,
  decide: (pupilId: Decision['pupilId'] | undefined) => void,
): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
  const candidate = digit === undefined ? undefined : candidates[Number(digit) - 1];
  if (candidate !== undefined) decide(candidate.id);
  else if (digit === '0') decide(undefined);
  else if (event.code === 'KeyN') decide('new');
  else return;
  event.preventDefault();
}

function CandidateWords({ candidate }: { readonly candidate: PlanEntry['candidates'][number] }) {
  const t = useTranslations('imports.decide');
  const word = useFieldWord();
  const { language } = useLanguage();
  const { title, className, birthDate, differs } = candidate;
  const about = [className, ...(birthDate === null ? [] : [t('birth', { date: showDate(birthDate, language) })])];
  return (
    <span className={styles.candidate}>
      <b>{title}</b> {about.filter((one) => one !== '').join(', ')}
      {differs.length === 0 ? null : (
        <span className={styles.differs}>
          {t('differs', { fields: differs.map((field) => word(field).toLocaleLowerCase()).join(', ') })}
        </span>
      )}
    </span>
  );
}
