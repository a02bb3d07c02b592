import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { HolderRole, Scope } from '../../../shared/contract/base.ts';
import type { PastedLogin } from '../../../shared/contract/credentials.ts';
import { deskQuery } from '../../api.ts';
import { refreshRegistry } from '../../query.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { Badge } from '../../ui/StatusBadge.tsx';
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
  const action = useTranslations('app.action');
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
  const error = save.error ?? check.error;
  return (
    <Modal opened size={760} onClose={onClose} title={t('title')} closeButtonProps={{ 'aria-label': action('close') }}>
      <div className={styles.dialog}>
        <Textarea
          data-autofocus
          label={t('field')}
          description={t('hint')}
          placeholder={t('example')}
          rows={5}
          classNames={{ input: 'desk-mono' }}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {lines.length === 0 ? null : <PastedLines lines={lines} />}
        {error === null ? null : <ErrorCard error={error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {action('cancel')}
          </Button>
          <Button
            disabled={good === 0 || text !== settled}
            loading={save.isPending}
            onClick={() => save.mutate({ ...input, text, apply: true })}
          >
            {t('save', { count: good })}
          </Button>
        </Group>
      </div>
    </Modal>
  );
}

const MOST_LINES = 200;

const meanings = {
  new: 'done',
  'has-login': 'neutral',
  taken: 'needs-you',
  'no-login': 'needs-you',
  nobody: 'needs-you',
  several: 'needs-you',
} as const;

function PastedLines({ lines }: { readonly lines: readonly PastedLogin[] }) {
  const t = useTranslations('credentials.paste');
  return (
    <section className={styles.lines} aria-label={t('lines')}>
      <ul className={styles.list}>
        {lines.slice(0, MOST_LINES).map((line) => (
          <li key={line.line} className={styles.pasted}>
            <span className={styles.lineNumber}>{line.line}</span>
            <span>
              {line.person === null ? line.name : `${line.person.title}, ${line.person.className}`}
              <span className={`${styles.pastedLogin} desk-mono`}>{line.login}</span>
              {line.hasPassword || line.outcome !== 'new' ? null : (
                <span className={styles.quiet}>{t('noPassword')}</span>
              )}
            </span>
            <Badge meaning={meanings[line.outcome]}>{t(`outcome.${line.outcome}`)}</Badge>
          </li>
        ))}
      </ul>
    </section>
  );
}
