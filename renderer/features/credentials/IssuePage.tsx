import { Button } from '@mantine/core';
import { IconKey, IconLock } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { deskQuery } from '../../api.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { HolderChecks } from '../../ui/HolderChecks.tsx';
import { useIssueScope } from '../../ui/issue-scope.ts';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ScopePicker } from '../../ui/ScopePicker.tsx';
import { CandidatesTable } from './CandidatesTable.tsx';
import styles from './Issue.module.css';
import { IssuedCard } from './IssuedCard.tsx';
import { NobodyLacks } from './NobodyLacks.tsx';
import { useIssue } from './use-issue.ts';

/** First step of issuing: who lacks a login and what it will look like; one button makes them all. */
export function IssuePage() {
  const t = useTranslations('credentials.issue');
  const choice = useIssueScope('issue');
  const input = { scope: choice.scope, for: choice.holders };
  const candidates = useQuery(
    deskQuery.credentials.candidates.queryOptions({ input, placeholderData: keepPreviousData }),
  );
  const issue = useIssue(input);
  const lacking = candidates.data?.lacking ?? [];
  const count = lacking.length;
  return (
    <Page
      header={
        <PageHeader
          title={t('title')}
          count={candidates.data === undefined || count === 0 ? undefined : t('lacking', { count })}
          action={
            count === 0 ? null : (
              <Button
                leftSection={<IconKey size={16} />}
                loading={issue.busy}
                disabled={candidates.isPlaceholderData}
                onClick={issue.start}
              >
                {t('action', { count })}
              </Button>
            )
          }
        />
      }
    >
      <div className={styles.line}>
        <ScopePicker step="issue" choice={choice} />
        <HolderChecks choice={choice} />
        <span className={styles.already}>{t('alreadyHave', { count: candidates.data?.alreadyHave ?? 0 })}</span>
      </div>
      <Troubles
        error={issue.error ?? candidates.error}
        onRetry={issue.error === null ? candidates.refetch : issue.start}
      />
      {count > 0 ? <SecretsNote /> : null}
      <div className={styles.table} data-stale={candidates.isPlaceholderData || undefined}>
        {count > 0 ? <CandidatesTable rows={lacking} /> : null}
        {count === 0 && candidates.data !== undefined ? (
          issue.issued === undefined ? (
            <NobodyLacks choice={choice} nobody={candidates.data.alreadyHave === 0} />
          ) : (
            <IssuedCard issued={issue.issued} choice={choice} />
          )
        ) : null}
      </div>
    </Page>
  );
}

function SecretsNote() {
  const t = useTranslations('credentials.issue');
  return (
    <p className={styles.secrets}>
      <IconLock size={15} aria-hidden /> {t('secrets')}
    </p>
  );
}

function Troubles({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => unknown }) {
  if (error === null) return null;
  return (
    <div className={styles.trouble}>
      <ErrorCard error={error} onRetry={() => void onRetry()} />
    </div>
  );
}
