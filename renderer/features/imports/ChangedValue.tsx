import { useTranslations } from 'use-intl';
import type { FieldChange } from '../../../shared/contract/import-plan.ts';
import { fields } from '../../../shared/i18n/ru/fields.ts';
import { showDate } from '../../ui/dates.ts';
import { useLanguage } from '../../ui/language.tsx';
import styles from './Imports.module.css';
import { markDifference } from './mark-difference.ts';

type ChangeField = keyof typeof fields.change;

/** Old value struck out, new value beside it, the letters that differ marked. */
export function ChangedValue({ change }: { readonly change: FieldChange }) {
  const t = useTranslations();
  const field = (Object.keys(fields.change) as readonly ChangeField[]).find((one) => one === change.field);
  const show = useShownValue(change.field);
  const before = show(change.before);
  const marked = markDifference(before, show(change.after));
  return (
    <p className={styles.change}>
      <span className={styles.quiet}>
        {change.who === '' ? '' : `${change.who}: `}
        {field === undefined ? change.field : t(`fields.change.${field}`)}
      </span>
      {change.before === '' ? (
        <span className={styles.quiet}>{t('imports.entry.nothing')}</span>
      ) : (
        <del className={styles.before}>{before}</del>
      )}
      <ins className={styles.after}>
        {marked.start}
        {marked.changed === '' ? null : <mark className={styles.mark}>{marked.changed}</mark>}
        {marked.end}
      </ins>
    </p>
  );
}

/** Dates as people write them; everything else as it stands. */
function useShownValue(field: string): (value: string) => string {
  const { language } = useLanguage();
  return (value) => (field === 'birthDate' && value !== '' ? showDate(value, language) : value);
}
