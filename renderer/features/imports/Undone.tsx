import { useTranslations } from 'use-intl';
import styles from './Imports.module.css';

interface UndoneProps {
  readonly removed: number;
  readonly restored: number;
  /** What people or later imports changed since, in words. */
  readonly kept: readonly string[];
}

/** What became of an undone import: in numbers, and by name what was kept. */
export function Undone({ removed, restored, kept }: UndoneProps) {
  const t = useTranslations('imports.undo');
  return (
    <>
      <p className={styles.dropText}>{t('done', { removed, restored })}</p>
      {kept.length === 0 ? null : (
        <div className={styles.keptList}>
          <p>{t('kept')}</p>
          <ul>
            {kept.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
