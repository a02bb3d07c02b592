import { useTranslations } from 'use-intl';
import type { FieldChange } from '../../../shared/contract/import-plan.ts';
import { useFieldWord, useShownValue } from '../../ui/field-words.ts';
import { markDifference } from '../../ui/mark-difference.ts';
import shared from './Imports.module.css';
import styles from './Review.module.css';

interface ChangedValueProps {
  readonly change: FieldChange;
  /** Where the old value comes from. */
  readonly title: string | undefined;
}

/** Old value struck out, new value beside it, the letters that differ marked. */
export function ChangedValue({ change, title }: ChangedValueProps) {
  const t = useTranslations('imports.entry');
  const field = useFieldWord()(change.field);
  const show = useShownValue(change.field);
  const before = show(change.before);
  const marked = markDifference(before, show(change.after));
  return (
    <p className={styles.change}>
      <span className={shared.quiet}>
        {change.who === '' ? '' : `${change.who}: `}
        {field}
      </span>
      {change.before === '' ? (
        <span className={shared.quiet}>{t('nothing')}</span>
      ) : (
        <del className={styles.before} title={title}>
          {before}
        </del>
      )}
      <ins className={styles.after}>
        {marked.start}
        {marked.changed === '' ? null : <mark className={styles.mark}>{marked.changed}</mark>}
        {marked.end}
      </ins>
    </p>
  );
}
