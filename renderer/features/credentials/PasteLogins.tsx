import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { HolderRole, Scope } from '../../../shared/contract/base.ts';
import type { PastedLogin } from '../../../shared/contract/credentials.ts';
import { deskQuery } from '../../api.ts';
import { refreshRegistry } from '../../query.ts';
import { PastedLines, PasteLines } from '../../ui/PasteLines.tsx';
import { toastDone } from '../../ui/toast.tsx';
import styles from './Issue.module.css';

interface PasteLoginsProps {
  readonly scope: Scope;
  readonly holders: HolderRole[];
  readonly onClose: () => void;
}

/** Logins that the diary made, pasted as a list; their passwords go to the slips and are not shown again. */
export function PasteLogins({ scope, holders, onClose }: PasteLoginsProps) {
  const t = useTranslations('credentials.paste');
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text, 250);
  const input = { scope, for: holders, text: settled, apply: false };
  const check = useQuery(
    deskQuery.credentials.paste.queryOptions({
      input,
      enabled: settled.trim() !== '',
      placeholderData: keepPreviousData,
      staleTime: 0,
      gcTime: 0,
    }),
  );
  const save = useMutation(
    deskQuery.credentials.paste.mutationOptions({
      gcTime: 0,
      onSuccess: ({ saved }) => {
        toastDone(t('saved', { count: saved }));
        onClose();
        return refreshRegistry();
      },
    }),
  );
  const lines = settled.trim() === '' ? [] : (check.data?.lines ?? []);
  const good = lines.filter(({ outcome }) => outcome === 'new').length;
  return (
    <PasteLines
      title={t('title')}
      label={t('field')}
      hint={t('hint')}
      example={t('example')}
      text={text}
      onText={setText}
      error={save.error ?? check.error}
      save={{ label: t('save', { count: good }), disabled: good === 0 || text !== settled, busy: save.isPending }}
      onSave={() => save.mutate({ ...input, text, apply: true })}
      onClose={onClose}
    >
      <PastedLines
        lines={lines.map((line) => ({
          line: line.line,
          content: <PastedLoginLine line={line} />,
          meaning: meanings[line.outcome],
          outcome: t(`outcome.${line.outcome}`),
        }))}
      />
    </PasteLines>
  );
}

const meanings = {
  new: 'done',
  'has-login': 'neutral',
  taken: 'needs-you',
  'no-login': 'needs-you',
  nobody: 'needs-you',
  several: 'needs-you',
} as const;

function PastedLoginLine({ line }: { readonly line: PastedLogin }) {
  const t = useTranslations('credentials.paste');
  const { person, name, login, hasPassword, outcome } = line;
  return (
    <>
      {person === null ? name : `${person.title}, ${person.className}`}
      <span className={`${styles.pastedLogin} desk-mono`}>{login}</span>
      {hasPassword || outcome !== 'new' ? null : <span className={styles.quiet}>{t('noPassword')}</span>}
    </>
  );
}
