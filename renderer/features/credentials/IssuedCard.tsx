import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { IssueScope } from '../../ui/issue-scope.ts';
import type { Issued } from './use-issue.ts';

interface IssuedCardProps {
  readonly issued: Issued;
  readonly choice: IssueScope;
}

/** What has been issued, and the next step: printing. */
export function IssuedCard({ issued, choice }: IssuedCardProps) {
  const t = useTranslations('credentials.issue.done');
  const navigate = useNavigate();
  const count = issued.pupils + issued.guardians;
  return (
    <EmptyState
      title={t('title', { count })}
      action={
        <Button
          autoFocus
          leftSection={<IconPrinter size={16} />}
          onClick={() => void navigate({ to: '/slips', search: { ...choice.search } })}
        >
          {t('action', { count })}
        </Button>
      }
    >
      {t('text', { pupils: issued.pupils, guardians: issued.guardians })}
    </EmptyState>
  );
}
