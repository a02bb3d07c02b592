import { Button, Skeleton } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ApplicationRow } from '../../../shared/contract/applications.ts';
import { documentsAsked } from '../../../shared/domain/application.ts';
import { desk, deskQuery } from '../../api.ts';
import { useMay } from '../../query.ts';
import { useApplicationsSearch } from '../../search.ts';
import { showDate } from '../../ui/dates.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { PanelGroup, SidePanel } from '../../ui/SidePanel.tsx';
import { useSavePrepared } from '../../ui/use-save-prepared.ts';
import { useUndoableChange } from '../../ui/use-undoable-change.ts';
import { usePrintSlips } from './AnswerByReissue.tsx';
import { ApplicationAnswer } from './ApplicationAnswer.tsx';
import styles from './Applications.module.css';
import { StandingBadge } from './application-columns.tsx';
import { CloseDialog } from './CloseDialog.tsx';

interface ApplicationCardProps {
  readonly applicationId: number;
  readonly onClose: () => void;
}

/** One application: who asks for what, what was shown, until when, and the answer. */
export function ApplicationCard({ applicationId, onClose }: ApplicationCardProps) {
  const t = useTranslations('applications');
  const { language } = useLanguage();
  const query = useQuery(deskQuery.applications.one.queryOptions({ input: { applicationId } }));
  const row = query.data;
  if (row === undefined)
    return (
      <SidePanel title={t('title')} onClose={onClose}>
        {query.error === null ? null : <ErrorCard error={query.error} onRetry={() => void query.refetch()} />}
        <Skeleton height={200} visible={query.isPending} />
      </SidePanel>
    );
  return (
    <SidePanel
      title={t(`kind.${row.kind}`)}
      subtitle={
        <Subtitle
          row={row}
          title={t('card.title', { number: row.number, date: showDate(row.registeredOn, language) })}
        />
      }
      onClose={onClose}
      actions={<Actions row={row} />}
    >
      <PanelGroup title={t('card.applicant')}>
        <p className={styles.line}>{row.applicantName}</p>
      </PanelGroup>
      <Pupils row={row} />
      {row.closedOn === null ? <ApplicationAnswer row={row} /> : <HowItEnded row={row} />}
      <Documents row={row} />
      {row.note === '' ? null : (
        <PanelGroup title={t('card.note')}>
          <p className={styles.line}>{row.note}</p>
        </PanelGroup>
      )}
    </SidePanel>
  );
}

function Subtitle({ row, title }: { readonly row: ApplicationRow; readonly title: string }) {
  const t = useTranslations('applications.card');
  const { language } = useLanguage();
  return (
    <>
      <span>{title}</span>
      {row.closedOn === null ? <span>{t('dueOn', { date: showDate(row.dueOn, language) })}</span> : null}
      <StandingBadge row={row} />
    </>
  );
}

function Pupils({ row }: { readonly row: ApplicationRow }) {
  const t = useTranslations('applications.card');
  const navigate = useNavigate();
  return (
    <PanelGroup title={t('pupils')}>
      <ul className={styles.list}>
        {row.pupils.map(({ id, name, className }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.link}
              aria-label={t('openPupil', { name })}
              onClick={() => void navigate({ to: '/pupils', search: { open: id } })}
            >
              {name}
            </button>
            <span>{className}</span>
          </li>
        ))}
      </ul>
    </PanelGroup>
  );
}

function Documents({ row }: { readonly row: ApplicationRow }) {
  const t = useTranslations('applications');
  return (
    <PanelGroup title={t('card.documents')}>
      <ul className={styles.list}>
        {documentsAsked(row.kind, row.applicant).map((document) => {
          const seen = row.documents.includes(document);
          const Icon = seen ? IconCircleCheck : IconCircleDashed;
          return (
            <li key={document}>
              <Icon
                size={16}
                data-seen={seen || undefined}
                role="img"
                aria-label={t(seen ? 'card.seen' : 'card.notSeen')}
              />
              {t(`document.${document}`)}
            </li>
          );
        })}
      </ul>
    </PanelGroup>
  );
}

const leadsToSlips: ReadonlySet<ApplicationRow['kind']> = new Set(['access', 'one-login', 'reissue']);

function HowItEnded({ row }: { readonly row: ApplicationRow }) {
  const t = useTranslations('applications');
  const { language } = useLanguage();
  const print = usePrintSlips(row);
  const { outcome, closedOn, closedBy, closingNote } = row;
  if (outcome === null || closedOn === null) return null;
  return (
    <PanelGroup title={t('card.closingNote')}>
      <p className={styles.line}>
        {t('card.closedOn', { outcome: t(`outcome.${outcome}`), date: showDate(closedOn, language) })}
      </p>
      {closingNote === '' ? null : <p className={styles.line}>{closingNote}</p>}
      {closedBy === '' ? null : <p className={styles.quiet}>{t('card.by', { who: closedBy })}</p>}
      {outcome === 'done' && leadsToSlips.has(row.kind) ? (
        <Button mt={8} leftSection={<IconPrinter size={16} />} onClick={print}>
          {t('answer.print')}
        </Button>
      ) : null}
      {outcome === 'done' && row.kind === 'paper-diary' ? <EndPaper row={row} /> : null}
    </PanelGroup>
  );
}

/** Ends a diary on paper that is kept now. */
function EndPaper({ row }: { readonly row: ApplicationRow }) {
  const t = useTranslations('applications.paper');
  const { language } = useLanguage();
  const change = useUndoableChange();
  const mayEnd = useMay('paperDiary.end');
  const { id: applicationId, endedOn } = row;
  if (endedOn !== null) return <p className={styles.line}>{t('endedOn', { date: showDate(endedOn, language) })}</p>;
  if (!mayEnd) return null;
  const end = () => desk.paperDiary.end({ applicationId });
  return (
    <Button
      mt={8}
      variant="default"
      loading={change.isPending}
      onClick={() => change.mutate({ words: t('ended'), work: end })}
    >
      {t('end')}
    </Button>
  );
}

/** Change, close or open again, and the filled form. */
function Actions({ row }: { readonly row: ApplicationRow }) {
  const t = useTranslations('applications');
  const { language } = useLanguage();
  const [, changeSearch] = useApplicationsSearch();
  const mayRegister = useMay('applications.save');
  const [closing, setClosing] = useState(false);
  const save = useSavePrepared();
  const change = useUndoableChange();
  const { id, number, kind } = row;
  return (
    <>
      {!mayRegister ? null : row.closedOn === null ? (
        <>
          <Button variant="default" onClick={() => changeSearch({ form: 'edit' })}>
            {t('edit')}
          </Button>
          <Button variant="default" onClick={() => setClosing(true)}>
            {t('close.action')}
          </Button>
        </>
      ) : (
        <Button
          variant="default"
          loading={change.isPending}
          onClick={() =>
            change.mutate({
              words: t('reopened', { number }),
              work: () => desk.applications.reopen({ applicationId: id }),
            })
          }
        >
          {t('reopen')}
        </Button>
      )}
      <Button
        variant="subtle"
        leftSection={<IconFileTypePdf size={15} />}
        onClick={() => save.mutate(() => desk.applications.form({ kind, applicationId: id, language }))}
      >
        {t('printForm')}
      </Button>
      {closing ? <CloseDialog row={row} onClose={() => setClosing(false)} /> : null}
    </>
  );
}
