import { useMutation, useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { CredentialStateOrNone, HolderRole } from '../../shared/contract/base.ts';
import type { ReissueReason } from '../../shared/contract/credentials.ts';
import { deskQuery } from '../api.ts';
import { refreshRegistry } from '../query.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { ErrorCard } from './ErrorCard.tsx';
import { useErrorWords } from './error-words.ts';
import { LetterDialog } from './LetterDialog.tsx';
import { ReissueDialog } from './ReissueDialog.tsx';
import { RevealDialog } from './RevealDialog.tsx';
import { toastDone } from './toast.tsx';

/** A credential as far as its menu needs it. */
export interface ManagedCredential {
  readonly id: number;
  readonly login: string;
  readonly state: CredentialStateOrNone;
  readonly role: HolderRole;
  /** Its initial password is still kept. */
  readonly hasPassword: boolean;
  /** Whose it is. */
  readonly whose: string;
}

/** What asks something before it is done with a login. */
export type LoginJob = 'reissue' | 'reveal' | 'letter' | 'revoke';

interface AskedJob {
  readonly job: LoginJob;
  readonly credential: ManagedCredential;
  /** Why it is issued again, when that is known beforehand. */
  readonly reason?: ReissueReason;
  /** Leads to printing the new slip. */
  readonly onPrint: () => void;
}

const LoginJobContext = createContext<(asked: AskedJob) => void>(() => undefined);

/** Opens the dialog of a job with one login. */
export function useLoginJob(): (asked: AskedJob) => void {
  return useContext(LoginJobContext);
}

/**
 * Holds the dialogs of logins for every page. They cannot live in the row they are asked from: a re-issue replaces that
 * row, and a long list drops rows that scroll away.
 */
export function LoginJobs({ children }: { readonly children: ReactNode }) {
  const [asked, setAsked] = useState<AskedJob>();
  return (
    <LoginJobContext value={setAsked}>
      {children}
      {asked === undefined ? null : <JobDialog asked={asked} onClose={() => setAsked(undefined)} />}
    </LoginJobContext>
  );
}

interface JobDialogProps {
  readonly asked: AskedJob;
  readonly onClose: () => void;
}

function JobDialog({ asked: { job, credential, reason, onPrint }, onClose }: JobDialogProps) {
  const { id, whose } = credential;
  switch (job) {
    case 'reissue':
      return (
        <ReissueDialog
          target={{ kind: 'credentials', credentialIds: [id] }}
          whose={whose}
          reason={reason}
          onClose={onClose}
          onPrint={() => {
            onClose();
            onPrint();
          }}
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
