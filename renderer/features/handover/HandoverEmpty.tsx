import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useMay } from '../../query.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { IssueScope } from '../../ui/issue-scope.ts';
import { NobodyHere } from '../../ui/NobodyHere.tsx';
import { useClasses, useIsNobodyHere } from '../../ui/ScopePicker.tsx';
import type { RollCall } from './use-roll-call.ts';

interface HandoverEmptyProps {
  readonly choice: IssueScope;
  readonly call: RollCall;
  /** Are there any slips at all for this choice? */
  readonly anybody: boolean;
}

/** Nobody to show: nothing was issued, nobody is called so, or everybody has received the slip. */
export function HandoverEmpty({ choice, call, anybody }: HandoverEmptyProps) {
  const nobody = useIsNobodyHere();
  if (nobody) return <NobodyHere />;
  if (!anybody) return <NothingYet choice={choice} />;
  if (call.query !== '') return <NotFound call={call} />;
  return <AllReceived choice={choice} call={call} />;
}

function NothingYet({ choice }: { readonly choice: IssueScope }) {
  const t = useTranslations('handover.empty');
  const navigate = useNavigate();
  const mayIssue = useMay('credentials.issue');
  const action = mayIssue ? (
    <Button onClick={() => void navigate({ to: '/issue', search: { ...choice.search } })}>{t('issue')}</Button>
  ) : undefined;
  return (
    <EmptyState title={t('title')} action={action}>
      {t('text')}
    </EmptyState>
  );
}

function NotFound({ call }: { readonly call: RollCall }) {
  const t = useTranslations('handover.empty');
  const again = (change: () => void) => {
    change();
    call.input.current?.focus();
  };
  return (
    <EmptyState
      title={t('notFound', { query: call.query })}
      action={
        <>
          {call.view === 'waiting' ? (
            <Button onClick={() => again(() => call.show('all'))}>{t('showAll')}</Button>
          ) : null}
          <Button variant="default" onClick={() => again(() => call.find(''))}>
            {t('clear')}
          </Button>
        </>
      }
    >
      {t('notFoundText')}
    </EmptyState>
  );
}

function AllReceived({ choice, call }: Omit<HandoverEmptyProps, 'anybody'>) {
  const t = useTranslations('handover.empty');
  const classes = useClasses();
  const place = classes.findIndex((one) => one.id === choice.search.classId);
  const next = place === -1 ? undefined : classes[place + 1];
  return (
    <EmptyState
      title={t('done')}
      action={
        <>
          {next === undefined ? null : (
            <Button onClick={() => choice.change({ classId: next.id })}>
              {t('nextClass', { className: next.title })}
            </Button>
          )}
          <Button variant="default" onClick={() => call.show('all')}>
            {t('showAll')}
          </Button>
        </>
      }
    >
      {t('doneText')}
    </EmptyState>
  );
}
