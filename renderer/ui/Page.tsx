import type { ReactNode } from 'react';
import styles from './Page.module.css';

interface PageProps {
  /** A `PageHeader`. */
  readonly header: ReactNode;
  /** A `SidePanel` with the card of what is selected. */
  readonly side?: ReactNode;
  /** `fill`: a table takes the height. `scroll`: the page scrolls; text is kept at a readable width. */
  readonly body?: 'fill' | 'scroll';
  readonly children: ReactNode;
}

/** One page: header, body, and a card on the right. */
export function Page({ header, side, body = 'fill', children }: PageProps) {
  return (
    <div className={styles.page}>
      <div className={styles.main}>
        {header}
        <div className={body === 'fill' ? styles.fill : styles.scroll}>{children}</div>
      </div>
      {side}
    </div>
  );
}
