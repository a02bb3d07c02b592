import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { ReadFileFacts } from '../../shared/contract/import-plan.ts';

import { fieldOfTitle } from '../../shared/tables/columns.ts';
import styles from './ColumnsTable.module.css';
import { guardianParts, pupilParts, staffParts, useFieldTitle } from './use-field-title.ts';

interface ColumnsTableProps {
  readonly preview: Pick<ReadFileFacts, 'fields' | 'header' | 'sample'>;
  /** Fields chosen by a person; undefined while all are guessed. */
  readonly byHand: readonly string[] | undefined;
  readonly onFields: (fields: readonly string[]) => void;
}

/** Guardians that can be chosen by hand, or more when the file has more. */
const GUARDIANS_TO_CHOOSE = 3;

/** First rows of the file; over each column what it holds. */
export function ColumnsTable({ preview, byHand, onFields }: ColumnsTableProps) {
  const t = useTranslations('imports.columns');
  const choices = useFieldChoices(preview.fields);
  const set = (place: number, field: string) => onFields(preview.fields.map((old, at) => (at === place ? field : old)));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={styles.tableScroll} tabIndex={0} aria-label={t('title')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.rowNumber}>
              {t('row')}
            </th>
            {preview.fields.map((field, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns are addressed by position, titles repeat
              <th key={place} scope="col" data-skipped={field === 'skip' || undefined}>
                <span className={styles.columnTitle}>
                  {preview.header[place] || t('column', { number: place + 1 })}
                </span>
                <Select
                  size="xs"
                  searchable
                  allowDeselect={false}
                  aria-label={t('column', { number: place + 1 })}
                  data={choices}
                  value={field}
                  comboboxProps={{ width: 240, position: 'bottom-start' }}
                  onChange={(value) => set(place, value ?? 'skip')}
                />
                <Guess field={field} title={preview.header[place] ?? ''} byHand={byHand !== undefined} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.sample.map((row) => (
            <tr key={row.rowNumber}>
              <th scope="row" className={styles.rowNumber}>
                {row.rowNumber}
              </th>
              {preview.fields.map((field, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns are addressed by position
                <td key={place} data-skipped={field === 'skip' || undefined}>
                  {row.cells[place]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface GuessProps {
  readonly field: string;
  readonly title: string;
  readonly byHand: boolean;
}

/** Why this column is thought to hold it; silent for a column that is not read. */
function Guess({ field, title, byHand }: GuessProps) {
  const t = useTranslations('imports.columns.guess');
  if (field === 'skip') return <span className={styles.guess}> </span>;
  const named = fieldOfTitle(title);
  const why = named === undefined ? 'content' : 'title';
  const chosen = byHand && (named === undefined || partOf(named) !== partOf(field));
  return <span className={styles.guess}>{t(chosen ? 'chosen' : why)}</span>;
}

/** «Телефон» after a guardian's name is the guardian's: the part counts, not whose it is. */
const partOf = (field: string) => field.split('.').at(-1);

function useFieldChoices(fields: readonly string[]) {
  const title = useFieldTitle();
  return useMemo(() => {
    const numbers = fields.map((field) => Number(/^guardian\.(\d+)/.exec(field)?.[1] ?? 0));
    const guardians = Array.from({ length: Math.max(GUARDIANS_TO_CHOOSE, ...numbers) }, (_, place) => place + 1);
    const all = [
      'skip',
      ...pupilParts.map((part) => `pupil.${part}`),
      'class.teacher',
      ...guardians.flatMap((number) => guardianParts.map((part) => `guardian.${number}.${part}`)),
      ...staffParts.map((part) => `staff.${part}`),
      'role',
      'person.externalId',
      'parent.externalId',
    ];
    return all.map((value) => ({ value, label: title(value) }));
  }, [fields, title]);
}
