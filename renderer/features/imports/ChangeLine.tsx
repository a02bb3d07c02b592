import { Checkbox } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import type { Dispatch } from 'react';
import { useTranslations } from 'use-intl';
import type { PlanEntry } from '../../../shared/contract/import-plan.ts';
import { useFieldWord, useOriginWords } from '../../ui/field-words.ts';
import { type Acceptance, isSame } from './acceptance.ts';
import { ChangedValue } from './ChangedValue.tsx';
import shared from './Imports.module.css';
import type { ImportAction } from './import-state.ts';
import styles from './Review.module.css';

interface ChangeLineProps {
  readonly change: PlanEntry['changes'][number];
  readonly entry: PlanEntry;
  readonly accepted: Acceptance;
  readonly dispatch: Dispatch<ImportAction>;
}

/** One change with its own tick; a value typed by hand stays unless the file's is asked for. */
export function ChangeLine({ change, entry, accepted, dispatch }: ChangeLineProps) {
  const t = useTranslations('imports.entry');
  const field = useFieldWord()(change.field);
  const origin = useOriginWords();
  const ref = { rowNumber: entry.rowNumber, key: change.key };
  const rowLeft = isRowLeft(entry, accepted);
  const listed = (change.kept ? accepted.takeFields : accepted.leaveFields).some((one) => isSame(one, ref));
  const taken = change.kept ? listed : !listed;
  const who = change.who === '' ? field : `${change.who}, ${field}`;
  return (
    <div className={styles.changeLine} data-left={!taken || rowLeft || undefined}>
      {entry.pile === 'missing' ? null : (
        <Checkbox
          size="xs"
          aria-label={t(change.kept ? 'keptField' : 'field', { field: who })}
          disabled={rowLeft}
          checked={taken && !rowLeft}
          onChange={() => dispatch({ kind: 'field-toggled', change: { ...ref, pile: entry.pile }, kept: change.kept })}
        />
      )}
      <ChangedValue change={change} title={change.origin === null ? undefined : origin(change.origin)} />
      {change.kept && !taken ? (
        <span className={styles.kept}>
          <IconPencil size={13} aria-hidden />
          {t('kept')}
          {change.origin === null ? null : <span className={shared.quiet}>{origin(change.origin)}</span>}
        </span>
      ) : null}
    </div>
  );
}

function isRowLeft({ pile, rowNumber }: PlanEntry, { leavePiles, leaveRows }: Acceptance): boolean {
  if (pile === 'new' || pile === 'changed') {
    return leavePiles.includes(pile) || leaveRows.some((one) => one.rowNumber === rowNumber);
  }
  return false;
}
