import { useTranslations } from 'use-intl';
import { markDifference } from '../../ui/mark-difference.ts';
import styles from './Reconciliation.module.css';

interface DifferentValueProps {
  readonly value: string;
  /** The other side's value: what differs from it is marked. */
  readonly against: string;
}

/** A value with the letters marked that the other side has otherwise. */
export function DifferentValue({ value, against }: DifferentValueProps) {
  const t = useTranslations('reconciliation');
  if (value === '') return <span className={styles.quiet}>{t('nothing')}</span>;
  const marked = markDifference(against, value);
  return (
    <span className={styles.value}>
      <Breakable text={marked.start} />
      {marked.changed === '' ? null : (
        <mark className={styles.mark}>
          <Breakable text={marked.changed} />
        </mark>
      )}
      <Breakable text={marked.end} />
    </span>
  );
}

/** A long address breaks before its @ rather than inside a word. */
function Breakable({ text }: { readonly text: string }) {
  const at = text.indexOf('@');
  if (at < 0) return <>{text}</>;
  return (
    <>
      {text.slice(0, at)}
      <wbr />
      {text.slice(at)}
    </>
  );
}
