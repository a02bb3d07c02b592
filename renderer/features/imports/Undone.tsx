import { useTranslations } from 'use-intl';
import styles from './Imports.module.css';
import { Told } from './Told.tsx';

interface UndoneProps {
  readonly removed: number;
  readonly restored: number;
  /** What people or later imports changed since, in words. */
  readonly kept: readonly string[];
}

/** What became of an undone import: in numbers, and by name what was kept. */
export function Undone({ removed, restored, kept }: UndoneProps) {
  const t = useTranslations('imports.undo');
  const facts = [
    ...(removed > 0 ? [t('removed', { count: removed })] : []),
    ...(restored > 0 ? [t('restored', { count: restored })] : []),
  ];
  return (
    <>
      <Told facts={facts.length === 0 ? [t('nothing')] : facts} />
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
