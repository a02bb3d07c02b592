import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import styles from './SidePanel.module.css';

interface SidePanelProps {
  readonly title: string;
  /** Under the title: class, state. */
  readonly subtitle?: ReactNode;
  /** Stays at the bottom: what can be done with this. */
  readonly actions?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The card of what is selected, on the right of the page. Not a modal: the table stays usable. Esc closes it. */
export function SidePanel({ title, subtitle, actions, onClose, children }: SidePanelProps) {
  const t = useTranslations('app.action');
  return (
    <aside
      className={styles.panel}
      aria-label={title}
      onKeyDown={(event) => {
        // A menu or dialog opened from the card stands elsewhere in the page; its Esc is its own.
        const own = event.target instanceof Node && event.currentTarget.contains(event.target);
        if (own && event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <div className={styles.head}>
        <div className={styles.titles}>
          <h2 className={styles.title}>{title}</h2>
          {subtitle === undefined ? null : <div className={styles.subtitle}>{subtitle}</div>}
        </div>
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={t('close')} onClick={onClose}>
          <IconX size={17} />
        </ActionIcon>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (axe scrollable-region-focusable) */}
      <section className={styles.body} tabIndex={0} aria-label={title}>
        {children}
      </section>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </aside>
  );
}

interface PanelGroupProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A titled part of a card. */
export function PanelGroup({ title, children }: PanelGroupProps) {
  return (
    <section className={styles.group}>
      <h3 className={styles.groupTitle}>{title}</h3>
      {children}
    </section>
  );
}
