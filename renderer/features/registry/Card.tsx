import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Mark } from '../../ui/Mark.tsx';
import styles from './Registry.module.css';

interface CardProps {
  readonly title: string;
  readonly wide?: boolean;
  /** Over the title: the wizard's steps. */
  readonly steps?: ReactNode;
  /** Under the card: quiet links. */
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

/** The one card of a screen without the frame: lock, first run, damage. */
export function Card({ title, wide = false, steps, foot, children }: CardProps) {
  const t = useTranslations('app');
  return (
    <main className={styles.screen}>
      <div className={styles.top}>
        <Mark size={26} /> {t('name')}
      </div>
      <div className={styles.card} data-wide={wide || undefined}>
        {steps === undefined ? null : <div className={styles.steps}>{steps}</div>}
        <h1 className={styles.title}>{title}</h1>
        {children}
      </div>
      {foot === undefined ? null : <div className={styles.foot}>{foot}</div>}
    </main>
  );
}
