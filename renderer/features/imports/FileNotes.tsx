import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { ImportPreview } from '../../../shared/contract/imports.ts';
import styles from './Columns.module.css';
import shared from './Imports.module.css';

type FileNote = ImportPreview['notes'][number];

const kinds = ['digits-lost', 'cell-error', 'leading-zeros-lost', 'note-row'] as const;

/** Places that are named before «and so many more». */
const PLACES_SHOWN = 12;

/** What the reader wants to be known: lines that are no rows, values that a spreadsheet has damaged. */
export function FileNotes({ notes }: { readonly notes: readonly FileNote[] }) {
  const groups = kinds.map((kind) => ({ kind, notes: notes.filter((note) => note.kind === kind) }));
  const present = groups.filter((group) => group.notes.length > 0);
  if (present.length === 0) return null;
  return (
    <ul className={styles.notes}>
      {present.map((group) => (
        <NoteGroup key={group.kind} {...group} />
      ))}
    </ul>
  );
}

interface NoteGroupProps {
  readonly kind: FileNote['kind'];
  readonly notes: readonly FileNote[];
}

function NoteGroup({ kind, notes }: NoteGroupProps) {
  const t = useTranslations('imports.notes');
  return (
    <li className={styles.note} data-damaged={kind === 'digits-lost' || kind === 'cell-error' || undefined}>
      <IconInfoCircle size={15} aria-hidden />
      <details>
        <summary>
          {t(kind, { count: notes.length })}. <span className={styles.more}>{t('show')}</span>
        </summary>
        <p className={shared.quiet}>
          {notes.slice(0, PLACES_SHOWN).map((note) => (
            <Place key={`${note.rowNumber} ${note.columnNumber}`} note={note} />
          ))}
          {notes.length > PLACES_SHOWN ? t('more', { count: notes.length - PLACES_SHOWN }) : null}
        </p>
      </details>
    </li>
  );
}

function Place({ note }: { readonly note: FileNote }) {
  const t = useTranslations('imports.notes');
  const { rowNumber: row, columnNumber: column, value } = note;
  return (
    <span className={styles.place}>
      {column === 0 ? t('row', { row }) : t('cell', { row, column })}
      {value === '' ? '' : `: «${value}»`}
    </span>
  );
}
