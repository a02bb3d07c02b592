import { IconCheck } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { GapCount } from '../../../shared/contract/contacts.ts';
import { useContactsSearch } from '../../search.ts';
import styles from './Contacts.module.css';

/** The classes with how many people lack a required contact; a click shows the class. */
export function ClassList({ counts }: { readonly counts: readonly GapCount[] }) {
  const t = useTranslations('contacts');
  const [{ view = 'entry' }] = useContactsSearch();
  const all = counts.reduce((sum, one) => sum + one.lacking, 0);
  return (
    <nav className={styles.classes} aria-label={t('classes')}>
      {view === 'gaps' ? <ClassButton title={t('school')} lacking={all} classId={undefined} /> : null}
      {counts.map(({ classId, className, lacking }) => (
        <ClassButton key={classId} title={className} lacking={lacking} classId={classId} />
      ))}
    </nav>
  );
}

interface ClassButtonProps {
  readonly title: string;
  readonly lacking: number;
  readonly classId: number | undefined;
}

function ClassButton({ title, lacking, classId }: ClassButtonProps) {
  const t = useTranslations('contacts');
  const [search, change] = useContactsSearch();
  return (
    <button
      type="button"
      className={styles.class}
      aria-current={search.classId === classId ? 'true' : undefined}
      onClick={() => change({ classId })}
    >
      <span>{title}</span>
      {lacking === 0 ? (
        <IconCheck className={styles.complete} size={15} role="img" aria-label={t('complete')} />
      ) : (
        <span className={styles.missing}>{lacking.toLocaleString()}</span>
      )}
    </button>
  );
}
