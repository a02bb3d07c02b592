import { Button } from '@mantine/core';
import { IconKey, IconLock } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { deskQuery } from '../../api.ts';
import { useSettings } from '../../query.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { HolderChecks } from '../../ui/HolderChecks.tsx';
import { type IssueScope, useIssueScope } from '../../ui/issue-scope.ts';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ScopePicker } from '../../ui/ScopePicker.tsx';
import { CandidatesTable } from './CandidatesTable.tsx';
import styles from './Issue.module.css';
import { IssuedCard } from './IssuedCard.tsx';
import { IssueMenu, type IssueTool } from './IssueMenu.tsx';
import { IssueTools } from './IssueTools.tsx';
import { LoginsComeFromDiary } from './LoginsComeFromDiary.tsx';
import { NobodyLacks } from './NobodyLacks.tsx';
import { TwinsPanel } from './TwinsPanel.tsx';
import { type IssueJob, useIssue } from './use-issue.ts';

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
  const imported = useSettings()?.loginScheme.kind === 'imported';
  const [tool, setTool] = useState<IssueTool>();
  const { twins } = useSearch({ strict: false });
  const chooseTool = (chosen: IssueTool) => (chosen === 'twins' ? choice.change({ twins: true }) : setTool(chosen));
  return (
    <Page
      header={
        <PageHeader
          title={t('title')}
          count={candidates.data === undefined || count === 0 ? undefined : t('lacking', { count })}
          action={<IssueButton issue={issue} count={imported ? 0 : count} stale={candidates.isPlaceholderData} />}
          menu={<IssueMenu issued={(candidates.data?.alreadyHave ?? 0) > 0} onChoose={chooseTool} />}
        />
      }
      side={twins ? <TwinsPanel onClose={() => choice.change({ twins: undefined })} /> : undefined}
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
      {count === 0 ? null : <WhereFrom imported={imported} onPaste={() => setTool('paste')} />}
      <div className={styles.table} data-stale={candidates.isPlaceholderData || undefined}>
        {count > 0 ? <CandidatesTable rows={lacking} /> : null}
        {count === 0 && candidates.data !== undefined ? (
          <NothingLeft issue={issue} choice={choice} nobody={candidates.data.alreadyHave === 0} />
        ) : null}
      </div>
      <IssueTools tool={tool} choice={choice} onClose={() => setTool(undefined)} />
    </Page>
  );
}

interface IssueButtonProps {
  readonly issue: IssueJob;
  readonly count: number;
  readonly stale: boolean;
}

function IssueButton({ issue, count, stale }: IssueButtonProps) {
  const t = useTranslations('credentials.issue');
  if (count === 0) return null;
  return (
    <Button leftSection={<IconKey size={16} />} loading={issue.busy} disabled={stale} onClick={issue.start}>
      {t('action', { count })}
    </Button>
  );
}

interface NothingLeftProps {
  readonly issue: IssueJob;
  readonly choice: IssueScope;
  readonly nobody: boolean;
}

function NothingLeft({ issue, choice, nobody }: NothingLeftProps) {
  if (issue.issued === undefined) return <NobodyLacks choice={choice} nobody={nobody} />;
  return <IssuedCard issued={issue.issued} choice={choice} />;
}

interface WhereFromProps {
  readonly imported: boolean;
  readonly onPaste: () => void;
}

function WhereFrom({ imported, onPaste }: WhereFromProps) {
  return imported ? <LoginsComeFromDiary onPaste={onPaste} /> : <SecretsNote />;
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
