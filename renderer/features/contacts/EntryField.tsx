import { type KeyboardEvent, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { EntryRow } from '../../../shared/contract/contacts.ts';
import type { CollectedKind } from '../../../shared/domain/contact-collection.ts';
import { maskSnils } from '../../../shared/domain/snils.ts';
import styles from './Contacts.module.css';
import type { SaveTyped } from './use-entering.ts';

interface EntryFieldProps {
  readonly row: EntryRow;
  readonly kind: CollectedKind;
  /** The row's place, for going to the same field of the next one. */
  readonly place: number;
  readonly save: SaveTyped;
}

/** One contact to type over. Enter writes it and goes down, Esc brings the former value back; a SNILS is masked at rest. */
export function EntryField({ row, kind, place, save }: EntryFieldProps) {
  const t = useTranslations('contacts');
  const kept = row[kind];
  const [typed, setTyped] = useState(kept);
  const [focused, setFocused] = useState(false);
  const [bad, setBad] = useState(false);
  useEffect(() => {
    setTyped(kept);
    setBad(false);
  }, [kept]);
  const write = async () => {
    setFocused(false);
    if (typed.trim() === kept) return;
    setBad(!(await save({ personId: row.personId, [kind]: typed.trim() })));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') {
      setTyped(kept);
      setBad(false);
    }
    if (event.key === 'Enter') focusField(event.currentTarget, place + (event.shiftKey ? -1 : 1), kind);
  };
  const masked = kind === 'snils' && !focused && !bad ? maskSnils(typed.replace(/\D/g, '')) : '';
  const id = `entry-${place}-${kind}`;
  return (
    <>
      <input
        id={id}
        className={styles.field}
        aria-label={t('field', { kind: t(`kind.${kind}`), name: row.name })}
        aria-invalid={bad || undefined}
        aria-describedby={bad ? `${id}-why` : undefined}
        data-missing={(typed === '' && row.missing.includes(kind)) || undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={masked || typed}
        onFocus={() => setFocused(true)}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => void write()}
        onKeyDown={onKeyDown}
      />
      {bad ? (
        <span id={`${id}-why`} className={styles.why} role="alert">
          {t('bad')}
        </span>
      ) : null}
    </>
  );
}

/** The same field of another row; the last one is left, so that it is written. */
function focusField(from: HTMLInputElement, place: number, kind: CollectedKind): void {
  const next = document.getElementById(`entry-${place}-${kind}`);
  if (next instanceof HTMLInputElement) next.focus();
  else from.blur();
}
