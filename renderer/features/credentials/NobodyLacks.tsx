import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { IssueScope } from '../../ui/issue-scope.ts';
import { NobodyHere } from '../../ui/NobodyHere.tsx';
import { useScopeTitle } from '../../ui/ScopePicker.tsx';

interface NobodyLacksProps {
  readonly choice: IssueScope;
  /** There are no people at all. */
  readonly nobody: boolean;
}

/** Nothing to issue: either everybody has a login, or there is nobody. */
export function NobodyLacks({ choice, nobody }: NobodyLacksProps) {
  return nobody ? <NobodyHere /> : <EverybodyHas choice={choice} />;
}

function EverybodyHas({ choice }: { readonly choice: IssueScope }) {
  const t = useTranslations('credentials.issue.allHave');
  const className = useScopeTitle(choice);
  const navigate = useNavigate();
  const titles = { class: t('class', { className }), school: t('school'), pupils: t('chosen') };
  return (
    <EmptyState
      title={titles[choice.scope.kind]}
      action={
        <Button onClick={() => void navigate({ to: '/slips', search: { ...choice.search } })}>{t('action')}</Button>
      }
    >
      {t('text')}
    </EmptyState>
  );
}
