import { ActionIcon, Menu } from '@mantine/core';
import {
  IconCircleX,
  IconDots,
  IconEye,
  IconLogin2,
  IconMail,
  IconPasswordUser,
  IconRefresh,
  type TablerIcon,
} from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { CredentialStateOrNone, HolderRole } from '../../shared/contract/base.ts';
import { deskQuery } from '../api.ts';
import { refreshRegistry, useMay } from '../query.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { ErrorCard } from './ErrorCard.tsx';
import { useErrorWords } from './error-words.ts';
import { LetterDialog } from './LetterDialog.tsx';
import { ReissueDialog } from './ReissueDialog.tsx';
import { RevealDialog } from './RevealDialog.tsx';
import { toastDone, toastError } from './toast.tsx';

/** A credential as far as its menu needs it. */
interface ManagedCredential {
  readonly id: number;
  readonly login: string;
  readonly state: CredentialStateOrNone;
  readonly role: HolderRole;
  /** Its initial password is still kept. */
  readonly hasPassword: boolean;
  /** Whose it is. */
  readonly whose: string;
}

interface CredentialMenuProps {
  readonly credential: ManagedCredential;
  /** Leads to printing the new slip after a re-issue. */
  readonly onPrint: () => void;
  /** Further items above: what the page itself can do with it. */
  readonly children?: ReactNode;
}

type Job = 'reissue' | 'reveal' | 'letter' | 'revoke';

/** Everything that can be done with one login, wherever it stands. */
export function CredentialMenu({ credential, onPrint, children }: CredentialMenuProps) {
  const t = useTranslations('credentials.manage');
  const [job, setJob] = useState<Job>();
  const close = () => setJob(undefined);
  const usable = credential.state !== 'revoked';
  if (!usable) return null;
  return (
    <>
      <Menu position="bottom-end" shadow="md" withinPortal>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={t('menu', { login: credential.login })}
            onClick={(event) => event.stopPropagation()}
          >
            <IconDots size={17} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown onClick={(event) => event.stopPropagation()}>
          {children}
          <Items credential={credential} onChoose={setJob} />
        </Menu.Dropdown>
      </Menu>
      <JobDialog job={job} credential={credential} onPrint={onPrint} onClose={close} />
    </>
  );
}

interface ItemsProps {
  readonly credential: ManagedCredential;
  readonly onChoose: (job: Job) => void;
}

function Items({ credential, onChoose }: ItemsProps) {
  const t = useTranslations('credentials.manage');
  const mayIssue = useMay('credentials.reissue');
  const mayReveal = useMay('credentials.reveal');
  const mark = useMarkState(credential.id);
  const item = (label: string, Icon: TablerIcon, run: () => void, red = false) => (
    <Menu.Item leftSection={<Icon size={16} />} onClick={run} {...(red ? { color: 'red.8' } : {})}>
      {label}
    </Menu.Item>
  );
  const given = ['handed-over', 'activated'].includes(credential.state);
  return (
    <>
      {mayIssue ? item(t('reissue'), IconRefresh, () => onChoose('reissue')) : null}
      {mayReveal && credential.hasPassword ? item(t('reveal'), IconEye, () => onChoose('reveal')) : null}
      {credential.role === 'guardian' ? item(t('letter'), IconMail, () => onChoose('letter')) : null}
      {mayIssue && given ? <Menu.Divider /> : null}
      {mayIssue && credential.state === 'handed-over'
        ? item(t('activated'), IconLogin2, () => mark('activated'))
        : null}
      {mayIssue && given ? item(t('changed'), IconPasswordUser, () => mark('changed')) : null}
      {mayIssue ? <Menu.Divider /> : null}
      {mayIssue ? item(t('revoke'), IconCircleX, () => onChoose('revoke'), true) : null}
    </>
  );
}

function useMarkState(credentialId: number): (state: 'activated' | 'changed') => void {
  const t = useTranslations('credentials.manage');
  const states = useTranslations('states.credential');
  const words = useErrorWords();
  const mark = useMutation(
    deskQuery.credentials.mark.mutationOptions({
      onSuccess: (_answer, { state }) => {
        toastDone(t('marked', { state: states(state).toLocaleLowerCase() }));
        return refreshRegistry();
      },
      onError: (error) => toastError(words(error)),
    }),
  );
  return (state) => mark.mutate({ credentialIds: [credentialId], state });
}

interface JobDialogProps {
  readonly job: Job | undefined;
  readonly credential: ManagedCredential;
  readonly onPrint: () => void;
  readonly onClose: () => void;
}

function JobDialog({ job, credential, onPrint, onClose }: JobDialogProps) {
  const { id, whose } = credential;
  switch (job) {
    case undefined:
      return null;
    case 'reissue':
      return (
        <ReissueDialog
          target={{ kind: 'credentials', credentialIds: [id] }}
          whose={whose}
          onClose={onClose}
          onPrint={onPrint}
        />
      );
    case 'reveal':
      return <RevealDialog credentialId={id} whose={whose} onClose={onClose} />;
    case 'letter':
      return <GuardianLetter credential={credential} onClose={onClose} />;
    case 'revoke':
      return <RevokeQuestion credential={credential} onClose={onClose} />;
  }
}

interface CredentialDialogProps {
  readonly credential: ManagedCredential;
  readonly onClose: () => void;
}

function GuardianLetter({ credential, onClose }: CredentialDialogProps) {
  const t = useTranslations('credentials.letter');
  const words = useErrorWords();
  const draft = useQuery(deskQuery.handover.emailDraft.queryOptions({ input: { credentialId: credential.id } }));
  const title = t('title', { whose: credential.whose });
  if (draft.error !== null) {
    const { title: what, kept, next } = words(draft.error);
    return (
      <LetterDialog title={title} subject={what} body={`${kept} ${next}`} onClose={onClose}>
        {t('text')}
      </LetterDialog>
    );
  }
  if (draft.data === undefined) return null;
  return (
    <LetterDialog title={title} {...draft.data} onClose={onClose}>
      {t('text')}
    </LetterDialog>
  );
}

function RevokeQuestion({ credential, onClose }: CredentialDialogProps) {
  const t = useTranslations('credentials.manage');
  const states = useTranslations('states.credential');
  const revoke = useMutation(
    deskQuery.credentials.mark.mutationOptions({
      onSuccess: () => {
        toastDone(t('marked', { state: states('revoked').toLocaleLowerCase() }));
        onClose();
        return refreshRegistry();
      },
    }),
  );
  return (
    <ConfirmDialog
      opened
      final
      title={t('revokeTitle', { login: credential.login })}
      confirmLabel={t('revokeConfirm')}
      busy={revoke.isPending}
      onClose={onClose}
      onConfirm={() => revoke.mutate({ credentialIds: [credential.id], state: 'revoked' })}
    >
      {revoke.error === null ? t('revokeText') : <ErrorCard error={revoke.error} />}
    </ConfirmDialog>
  );
}
