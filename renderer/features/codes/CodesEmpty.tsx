import { Button } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { CodesChoice } from './use-codes.ts';

/** Nobody to show: all have a code, or there is nobody. */
export function CodesEmpty({ choice }: { readonly choice: CodesChoice }) {
  const t = useTranslations('codes.empty');
  if (choice.which === 'all') return <EmptyState title={t('nobody')}>{t('nobodyText')}</EmptyState>;
  return (
    <EmptyState title={t('title')} action={<Button onClick={() => choice.change({ all: true })}>{t('action')}</Button>}>
      {t('text')}
    </EmptyState>
  );
}
