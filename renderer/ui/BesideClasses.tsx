import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './BesideClasses.module.css';

/** A class with how many of its people lack something; without an id all classes together. */
export interface ClassLack {
  readonly classId: number | undefined;
  readonly title: string;
  readonly lacking: number;
}

interface BesideClassesProps {
  readonly label: string;
  /** Says that nobody lacks anything. */
  readonly complete: string;
  readonly classes: readonly ClassLack[];
  readonly classId: number | undefined;
  readonly onClass: (classId: number | undefined) => void;
  readonly children: ReactNode;
}

/** The people of one class beside a list of all classes with what is missing in each. */
export function BesideClasses({ label, complete, classes, classId, onClass, children }: BesideClassesProps) {
  return (
    <div className={styles.body}>
      <nav className={styles.classes} aria-label={label}>
        {classes.map((one) => (
          <button
            key={one.classId ?? 'all'}
            type="button"
            className={styles.class}
            aria-current={one.classId === classId ? 'true' : undefined}
            onClick={() => onClass(one.classId)}
          >
            <span>{one.title}</span>
            {one.lacking === 0 ? (
              <IconCheck className={styles.complete} size={15} role="img" aria-label={complete} />
            ) : (
              <span className={styles.missing}>{one.lacking.toLocaleString()}</span>
            )}
          </button>
        ))}
      </nav>
      <div className={styles.people}>{children}</div>
    </div>
  );
}
