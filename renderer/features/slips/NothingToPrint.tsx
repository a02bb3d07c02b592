import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { type IssueScope, remainingOf } from '../../ui/issue-scope.ts';
import { NobodyHere } from '../../ui/NobodyHere.tsx';
import { useClasses, useIsNobodyHere, useSchoolCoverage } from '../../ui/ScopePicker.tsx';
import type { SlipOptions } from './slip-options.ts';

interface NothingToPrintProps {
  readonly which: SlipOptions['which'];
  readonly choice: IssueScope;
  readonly onWaiting: () => void;
}

/** No slips: all have been printed, all have been handed over, or nothing has been issued; each with its next step. */
export function NothingToPrint({ which, choice, onWaiting }: NothingToPrintProps) {
  const { printed, lacking } = useSituation(choice);
  const nobody = useIsNobodyHere();
  if (nobody) return <NobodyHere />;
  if (which === 'new' && printed) return <AllPrinted choice={choice} onWaiting={onWaiting} />;
  return lacking ? <NothingIssued choice={choice} /> : <AllReceived choice={choice} />;
}

function AllPrinted({ choice, onWaiting }: Omit<NothingToPrintProps, 'which'>) {
  const t = useTranslations('slips.empty.new');
  const navigate = useNavigate();
  return (
    <EmptyState
      title={t('title')}
      action={
        <>
          <Button onClick={() => void navigate({ to: '/handover', search: { ...choice.search } })}>{t('next')}</Button>
          <Button variant="default" onClick={onWaiting}>
            {t('again')}
          </Button>
        </>
      }
    >
      {t('text')}
    </EmptyState>
  );
}

function NothingIssued({ choice }: { readonly choice: IssueScope }) {
  const t = useTranslations('slips.empty.waiting');
  const navigate = useNavigate();
  return (
    <EmptyState
      title={t('title')}
      action={
        <Button onClick={() => void navigate({ to: '/issue', search: { ...choice.search } })}>{t('issue')}</Button>
      }
    >
      {t('text')}
    </EmptyState>
  );
}

function AllReceived({ choice }: { readonly choice: IssueScope }) {
  const t = useTranslations('slips.empty');
  const navigate = useNavigate();
  return (
    <EmptyState
      title={t('received.title')}
      action={
        <Button onClick={() => void navigate({ to: '/handover', search: { ...choice.search } })}>
          {t('new.next')}
        </Button>
      }
    >
      {t('received.text')}
    </EmptyState>
  );
}

interface Situation {
  /** Printed slips wait to be handed over. */
  readonly printed: boolean;
  /** Somebody has no login yet, or there is nobody. */
  readonly lacking: boolean;
}

/** Why there is nothing to print. Chosen pupils are not counted by class, so for them both may be. */
function useSituation({ scope, holders }: IssueScope): Situation {
  const classes = useClasses();
  const school = useSchoolCoverage();
  if (scope.kind === 'pupils') return { printed: true, lacking: true };
  const these = scope.kind === 'class' ? classes.filter((one) => one.id === scope.classId) : school;
  const { need, persons } = remainingOf('issue', these, holders);
  return { printed: remainingOf('handover', these, holders).need > 0, lacking: need > 0 || persons === 0 };
}
