import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import styles from './PageHeader.module.css';

interface PageHeaderProps {
  readonly title: string;
  /** Says how many, in words: «612 учеников». */
  readonly count?: ReactNode;
  /** The one thing to do here; a Button. */
  readonly action?: ReactNode;
  /** Further actions: `Menu.Item`s. */
  readonly menu?: ReactNode;
  /** Stands under the title: tabs, steps, a sentence. */
  readonly children?: ReactNode;
}

/** Top of a page: title, count, one primary action, the rest in a menu. */
export function PageHeader({ title, count, action, menu, children }: PageHeaderProps) {
  return (
    <header className={styles.header}>
      <div className={styles.line}>
        <h1 className={styles.title}>{title}</h1>
        {count === undefined ? null : <span className={styles.count}>{count}</span>}
        <div className={styles.actions}>
          {action}
          {menu === undefined ? null : <MoreMenu>{menu}</MoreMenu>}
        </div>
      </div>
      {children}
    </header>
  );
}

function MoreMenu({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('app.action');
  return (
    <Menu position="bottom-end" shadow="md" withinPortal>
      <Menu.Target>
        <ActionIcon variant="default" size={34} aria-label={t('more')}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
