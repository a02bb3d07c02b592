import { useTranslations } from 'use-intl';
import { TroubleCard } from '../../ui/ErrorCard.tsx';
import { useErrorWords } from '../../ui/error-words.ts';
import styles from './Slips.module.css';

interface UnmarkedCardProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** The paper is there, but the registry could not note it: says why, and tries again. */
export function UnmarkedCard({ error, onRetry }: UnmarkedCardProps) {
  const t = useTranslations('slips.print.notMarked');
  const reason = useErrorWords()(error);
  return (
    <div className={styles.trouble}>
      <TroubleCard
        words={{ title: `${t('title')}. ${reason.title}`, kept: t('kept'), next: t('next') }}
        onRetry={onRetry}
      />
    </div>
  );
}
