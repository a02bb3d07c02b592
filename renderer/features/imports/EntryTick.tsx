import { Checkbox } from '@mantine/core';
import type { Dispatch } from 'react';
import { useTranslations } from 'use-intl';
import type { PlanEntry } from '../../../shared/contract/import-plan.ts';
import type { Acceptance } from './acceptance.ts';
import type { ImportAction } from './import-state.ts';
import styles from './Review.module.css';

interface EntryTickProps {
  readonly entry: PlanEntry;
  readonly accepted: Acceptance;
  readonly dispatch: Dispatch<ImportAction>;
}

/** Takes or leaves one row of a pile that is written. */
export function EntryTick({ entry, accepted, dispatch }: EntryTickProps) {
  const t = useTranslations('imports.entry');
  const { pile, rowNumber, pupilId, title } = entry;
  if (pile === 'missing' && pupilId !== null) {
    return (
      <Checkbox
        className={styles.tick ?? ''}
        size="xs"
        aria-label={t('pupil', { name: title })}
        disabled={accepted.leavePiles.includes('missing')}
        checked={!accepted.leavePiles.includes('missing') && !accepted.leavePupils.includes(pupilId)}
        onChange={() => dispatch({ kind: 'pupil-toggled', pupilId })}
      />
    );
  }
  if (pile !== 'new' && pile !== 'changed') return <span className={styles.noTick} />;
  const left = accepted.leavePiles.includes(pile);
  return (
    <Checkbox
      className={styles.tick ?? ''}
      size="xs"
      aria-label={t('take', { number: rowNumber })}
      disabled={left}
      checked={!left && !accepted.leaveRows.some((one) => one.rowNumber === rowNumber)}
      onChange={() => dispatch({ kind: 'row-toggled', row: { rowNumber, pile } })}
    />
  );
}
