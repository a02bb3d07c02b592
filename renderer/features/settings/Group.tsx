import type { ReactNode } from 'react';
import styles from './Settings.module.css';

interface GroupProps {
  readonly title: string;
  /** What the fields are for, when their labels do not say it. */
  readonly hint?: string;
  readonly children: ReactNode;
}

/** One titled group of settings. */
export function Group({ title, hint, children }: GroupProps) {
  return (
    <section className={styles.group} aria-label={title}>
      <div className={styles.about}>
        <h2 className={styles.title}>{title}</h2>
        {hint === undefined ? null : <p className={styles.hint}>{hint}</p>}
      </div>
      <div className={styles.fields}>{children}</div>
    </section>
  );
}
