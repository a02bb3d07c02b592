import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useMay } from '../query.ts';
import { EmptyState } from './EmptyState.tsx';

/** There are no people at all: a step of issuing begins with a list. */
export function NobodyHere() {
  const t = useTranslations('credentials.issue.nobody');
  const navigate = useNavigate();
  const mayImport = useMay('imports.preview');
  return (
    <EmptyState
      title={t('title')}
      action={mayImport ? <Button onClick={() => void navigate({ to: '/import' })}>{t('action')}</Button> : undefined}
    >
      {t('text')}
    </EmptyState>
  );
}
