import { useTranslations } from 'use-intl';
import { type EntryRow, entryWaySchema } from '../../../shared/contract/contacts.ts';
import styles from './Contacts.module.css';
import type { SaveTyped } from './use-entering.ts';

interface WayFieldProps {
  readonly row: EntryRow;
  readonly save: SaveTyped;
}

/** How a person gets into the diary. Gosuslugi are not offered to a pupil under 14. */
export function WayField({ row, save }: WayFieldProps) {
  const t = useTranslations('contacts');
  const { personId, role, entryWay, mayUseEsia, name } = row;
  const ways = entryWaySchema.options.filter(
    (way) => way !== 'esia' || role === 'guardian' || mayUseEsia || entryWay === 'esia',
  );
  return (
    <select
      className={styles.field}
      aria-label={t('field', { kind: t('column.way'), name })}
      value={entryWay ?? ''}
      onChange={(event) => {
        const way = entryWaySchema.safeParse(event.currentTarget.value);
        void save({ personId, entryWay: way.data ?? null });
      }}
    >
      <option value="">{t('way.none')}</option>
      {ways.map((way) => (
        <option key={way} value={way}>
          {t(`way.${way}`)}
        </option>
      ))}
    </select>
  );
}
