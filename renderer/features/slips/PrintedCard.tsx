import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { IssueScope } from '../../ui/issue-scope.ts';

interface PrintedCardProps {
  readonly slips: number;
  readonly choice: IssueScope;
  readonly onAgain: () => void;
}

/** The slips are on paper; the next step is handing them over. */
export function PrintedCard({ slips, choice, onAgain }: PrintedCardProps) {
  const t = useTranslations('slips.printed');
  const navigate = useNavigate();
  return (
    <EmptyState
      title={t('title', { count: slips })}
      action={
        <>
          <Button
            autoFocus
            leftSection={<IconCircleCheck size={16} />}
            onClick={() => void navigate({ to: '/handover', search: { ...choice.search } })}
          >
            {t('action')}
          </Button>
          <Button variant="default" onClick={onAgain}>
            {t('again')}
          </Button>
        </>
      }
    >
      {t('text')}
    </EmptyState>
  );
}
