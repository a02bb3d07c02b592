import { Button, Skeleton } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { ApplicationRow } from '../../../shared/contract/applications.ts';
import { desk, deskQuery } from '../../api.ts';
import { refreshRegistry } from '../../query.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { useErrorWords } from '../../ui/error-words.ts';
import { toastDone, toastError, toastUndo } from '../../ui/toast.tsx';
import { AnswerByReissue } from './AnswerByReissue.tsx';
import styles from './Applications.module.css';

/** Who would get which login; the button makes them and closes the application. */
export function AnswerByIssue({ row }: { readonly row: ApplicationRow }) {
  const t = useTranslations('applications.answer');
  const input = inputOf(row);
  const candidates = useQuery(deskQuery.credentials.candidates.queryOptions({ input, staleTime: 0 }));
  const issue = useIssueFor(row);
  const error = issue.error ?? candidates.error;
  if (error !== null) return <ErrorCard error={error} onRetry={() => void candidates.refetch()} />;
  const lacking = candidates.data?.lacking;
  if (lacking === undefined) return <Skeleton height={80} />;
  if (lacking.length === 0)
    return (
      <>
        <p className={styles.line}>{t('haveLogins')}</p>
        <AnswerByReissue row={row} />
      </>
    );
  return (
    <>
      <p className={styles.quiet}>{t('issueText')}</p>
      <ul className={styles.people}>
        {lacking.map(({ personId, title, proposedLogin }) => (
          <li key={personId}>
            <span>{title}</span>
            <span className="desk-mono">{proposedLogin}</span>
          </li>
        ))}
      </ul>
      <Button leftSection={<IconKey size={16} />} loading={issue.isPending} onClick={() => issue.mutate(input)}>
        {t('issue', { count: lacking.length })}
      </Button>
    </>
  );
}

function inputOf({ id, pupils }: ApplicationRow) {
  const scope = { kind: 'pupils' as const, pupilIds: pupils.map((pupil) => pupil.id) };
  return { scope, for: ['pupil' as const, 'guardian' as const], applicationId: id };
}

function useIssueFor({ number }: ApplicationRow) {
  const t = useTranslations('applications');
  const journal = useTranslations('journal');
  const errorWords = useErrorWords();
  const fail = (error: unknown) => toastError(errorWords(error));
  const undo = (issueId: number) =>
    desk.credentials
      .undoIssue({ issueId })
      .then(() => toastDone(t('answer.undone')), fail)
      .then(refreshRegistry, fail);
  return useMutation(
    deskQuery.credentials.issue.mutationOptions({
      onSuccess: ({ issueId, pupils, guardians }) => {
        const words = t('answer.issued', { count: pupils + guardians, number });
        if (issueId !== null) toastUndo(words, journal('undo'), () => void undo(issueId));
        return refreshRegistry();
      },
    }),
  );
}
