import { Menu } from '@mantine/core';
import {
  IconCircleX,
  IconEye,
  IconLogin2,
  IconMail,
  IconPasswordUser,
  IconRefresh,
  type TablerIcon,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { deskQuery } from '../api.ts';
import { refreshRegistry, useMay, useSettings } from '../query.ts';
import { useErrorWords } from './error-words.ts';
import { type LoginJob, type ManagedCredential, useLoginJob } from './LoginJobs.tsx';
import { RowMenu } from './RowMenu.tsx';
import { toastDone, toastError } from './toast.tsx';

interface CredentialMenuProps {
  readonly credential: ManagedCredential;
  /** Leads to printing the new slip after a re-issue. */
  readonly onPrint: () => void;
  /** Further items above: what the page itself can do with it. */
  readonly children?: ReactNode;
}

/** Everything that can be done with one login, wherever it stands. */
export function CredentialMenu({ credential, onPrint, children }: CredentialMenuProps) {
  const t = useTranslations('credentials.manage');
  const open = useLoginJob();
  if (credential.state === 'revoked') return null;
  return (
    <RowMenu label={t('menu', { login: credential.login })}>
      {children}
      <Items credential={credential} onChoose={(job) => open({ job, credential, onPrint })} />
    </RowMenu>
  );
}

interface ItemsProps {
  readonly credential: ManagedCredential;
  readonly onChoose: (job: LoginJob) => void;
}

function Items({ credential, onChoose }: ItemsProps) {
  const t = useTranslations('credentials.manage');
  const mayIssue = useMay('credentials.reissue');
  const shown = useSettings()?.passwordsShown ?? false;
  const mayReveal = useMay('credentials.reveal') && shown;
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
