import { NumberInput } from '@mantine/core';
import { useTranslations } from 'use-intl';
import styles from './Reconciliation.module.css';

/** Days after which a family is asked again when nobody says otherwise. */
export const usualDays = 14;
const most = 365;

interface AskAgainFieldProps {
  readonly days: number;
  readonly onDays: (days: number) => void;
}

/** In how many days to ask a family again. */
export function AskAgainField({ days, onDays }: AskAgainFieldProps) {
  const t = useTranslations('reconciliation.action');
  return (
    <NumberInput
      className={styles.again ?? ''}
      classNames={{ label: styles.againLabel ?? '' }}
      size="xs"
      label={t('askAgain')}
      min={1}
      max={most}
      clampBehavior="strict"
      allowDecimal={false}
      value={days}
      onChange={(typed) => onDays(Math.min(most, Math.max(1, Number(typed) || 1)))}
    />
  );
}
