import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { type IssueScope, remainingOf } from '../../ui/issue-scope.ts';
import { useClasses } from '../../ui/ScopePicker.tsx';
import type { SlipOptions } from './slip-options.ts';

interface NothingToPrintProps {
  readonly which: SlipOptions['which'];
  readonly choice: IssueScope;
  readonly onWaiting: () => void;
}

/** No slips: either all have been printed, or nothing has been issued; each with its next step. */
export function NothingToPrint({ which, choice, onWaiting }: NothingToPrintProps) {
  const reprintable = usePrintedAlready(choice);
  return which === 'new' && reprintable ? (
    <AllPrinted choice={choice} onWaiting={onWaiting} />
  ) : (
    <NothingIssued choice={choice} />
  );
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

/** Are there printed slips that wait to be handed over? Chosen pupils are not counted by class, so for them it may be. */
function usePrintedAlready({ scope, holders }: IssueScope): boolean {
  const classes = useClasses();
  if (scope.kind === 'pupils') return true;
  const these = scope.kind === 'class' ? classes.filter((one) => one.id === scope.classId) : classes;
  return remainingOf('handover', these, holders).need > 0;
}
