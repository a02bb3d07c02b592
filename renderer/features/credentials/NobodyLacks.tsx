import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useMay } from '../../query.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { IssueScope } from '../../ui/issue-scope.ts';
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

function NobodyHere() {
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
