import { Component, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import styles from './ErrorBoundary.module.css';
import { TroubleCard } from './ErrorCard.tsx';

interface BoundaryProps {
  readonly children: ReactNode;
}

interface BoundaryState {
  readonly failed: boolean;
}

/** A page that fails shows a card with "try again" and keeps the rest alive. React asks for a class here. */
export class ErrorBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { failed: false };

  static getDerivedStateFromError(): BoundaryState {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <PageFailed onRetry={() => this.setState({ failed: false })} /> : this.props.children;
  }
}

/** The card of a page that failed. */
export function PageFailed({ onRetry }: { readonly onRetry: () => void }) {
  const t = useTranslations('app.error');
  return (
    <div className={styles.around}>
      <TroubleCard words={{ title: t('pageFailed'), kept: t('pageKept'), next: t('pageNext') }} onRetry={onRetry} />
    </div>
  );
}
