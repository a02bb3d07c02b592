import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { HolderRole, Scope } from '../../../shared/contract/base.ts';
import { deskQuery } from '../../api.ts';
import { refreshRegistry } from '../../query.ts';
import { useErrorWords } from '../../ui/error-words.ts';
import { toastDone, toastError, toastUndo } from '../../ui/toast.tsx';

/** What an issue has made. */
export interface Issued {
  readonly issueId: number | null;
  readonly pupils: number;
  readonly guardians: number;
}

/** Issuing for a choice of people: how it goes, and what came of it until the choice changes. */
export interface IssueJob {
  readonly busy: boolean;
  readonly error: unknown;
  readonly issued: Issued | undefined;
  readonly start: () => void;
}

interface IssueInput {
  readonly scope: Scope;
  readonly for: HolderRole[];
}

/** Makes the logins, tells it, and offers to take the issue back for ten seconds. */
export function useIssue(input: IssueInput): IssueJob {
  const t = useTranslations('credentials.issue.done');
  const action = useTranslations('app.action');
  const [issued, setIssued] = useState<Issued>();
  const undo = useUndo(() => setIssued(undefined));
  const key = JSON.stringify(input);
  const issue = useMutation(
    deskQuery.credentials.issue.mutationOptions({
      onSuccess: async (made) => {
        setIssued(made);
        const { issueId } = made;
        const title = t('title', { count: made.pupils + made.guardians });
        if (issueId === null) toastDone(title);
        else toastUndo(title, action('undo'), () => undo(issueId));
        await refreshRegistry();
      },
    }),
  );
  const { reset } = issue;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice of people forgets what was done for the last one
  useEffect(() => {
    setIssued(undefined);
    reset();
  }, [key, reset]);
  return { busy: issue.isPending, error: issue.error, issued, start: () => issue.mutate(input) };
}

function useUndo(onUndone: () => void): (issueId: number) => void {
  const t = useTranslations('credentials.issue.done');
  const words = useErrorWords();
  const undo = useMutation(
    deskQuery.credentials.undoIssue.mutationOptions({
      onSuccess: async ({ revoked }) => {
        onUndone();
        toastDone(t('undone', { count: revoked }));
        await refreshRegistry();
      },
      onError: (error) => toastError(words(error)),
    }),
  );
  return (issueId) => undo.mutate({ issueId });
}
