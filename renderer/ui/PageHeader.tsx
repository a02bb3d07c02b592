import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconDots, IconHelp } from '@tabler/icons-react';
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
          <GuideButton />
          {action}
          {menu === undefined ? null : <MoreMenu>{menu}</MoreMenu>}
        </div>
      </div>
      {children}
    </header>
  );
}

/** Opens the guide's page about this section. */
function GuideButton() {
  const t = useTranslations('app.action');
  return (
    <Tooltip label={`${t('guide')} (F1)`}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={34}
        aria-label={t('guide')}
        onClick={() => void window.diaryDesk.openUserGuide()}
      >
        <IconHelp size={19} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
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
