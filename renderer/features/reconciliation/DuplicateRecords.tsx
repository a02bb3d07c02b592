import { Radio } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { Duplicate, MergeField } from '../../../shared/contract/duplicates.ts';
import { showDate } from '../../ui/dates.ts';
import { useLanguage } from '../../ui/language.tsx';
import { DifferentValue } from './DifferentValue.tsx';
import table from './Duplicates.module.css';
import styles from './Reconciliation.module.css';

const fields = ['name', 'birthDate', 'phone', 'email', 'snils'] as const;

interface DuplicateRecordsProps {
  readonly pair: Duplicate;
  readonly keep: number;
  /** Whose value a person chose, by field; the kept record's otherwise. */
  readonly chosen: ReadonlyMap<MergeField, number>;
  readonly onChoose: (field: MergeField, id: number) => void;
}

/** Two records side by side: which stays, and of each field that differs which value. */
export function DuplicateRecords({ pair, keep, chosen, onChoose }: DuplicateRecordsProps) {
  const t = useTranslations('reconciliation');
  const { language } = useLanguage();
  const sides = [pair.first, pair.second] as const;
  const shownOf = (side: Duplicate['first'], field: MergeField): string => {
    if (field === 'name') return side.name;
    if (field === 'birthDate') return side.birthDate === '' ? '' : showDate(side.birthDate, language);
    return side.contacts.flatMap(({ kind, value }) => (kind === field ? [value] : [])).join(', ');
  };
  return (
    <table className={table.records}>
      <thead>
        <tr>
          <td />
          {sides.map((side) => (
            <th key={side.id} scope="col">
              <Radio size="xs" value={String(side.id)} label={t('duplicates.keep')} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <FieldRow
            key={field}
            field={field}
            values={[shownOf(pair.first, field), shownOf(pair.second, field)]}
            ids={[pair.first.id, pair.second.id]}
            chosen={chosen.get(field) ?? keep}
            onChoose={onChoose}
          />
        ))}
        <PlainRow title={t('field.class')} values={sides.map(({ className }) => className)} />
        <PlainRow title={t('field.kin')} values={sides.map(({ kin }) => kin.join(', '))} />
        <PlainRow title={t('duplicates.login')} values={sides.map(({ login }) => login ?? t('duplicates.noLogin'))} />
      </tbody>
    </table>
  );
}

interface FieldRowProps {
  readonly field: MergeField;
  readonly values: readonly [string, string];
  readonly ids: readonly [number, number];
  readonly chosen: number;
  readonly onChoose: (field: MergeField, id: number) => void;
}

function FieldRow({ field, values, ids, chosen, onChoose }: FieldRowProps) {
  const t = useTranslations('reconciliation');
  const [first, second] = values;
  if (first === '' && second === '') return null;
  const name = t(`field.${field}`);
  if (first === second) return <PlainRow title={name} values={values} />;
  return (
    <tr>
      <th scope="row">{name}</th>
      {([0, 1] as const).map((at) => (
        <td key={ids[at]}>
          <label className={styles.who}>
            <input
              type="radio"
              name={`${field} ${ids.join(' ')}`}
              aria-label={`${t('duplicates.value', { field: name })}: ${values[at]}`}
              checked={chosen === ids[at]}
              onChange={() => onChoose(field, ids[at])}
            />
            <DifferentValue value={values[at]} against={values[1 - at] ?? ''} />
          </label>
        </td>
      ))}
    </tr>
  );
}

function PlainRow({ title, values }: { readonly title: string; readonly values: readonly string[] }) {
  if (values.every((value) => value === '')) return null;
  return (
    <tr>
      <th scope="row">{title}</th>
      {values.map((value, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the two sides stand in order
        <td key={at}>{value}</td>
      ))}
    </tr>
  );
}
