import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Scope } from '../../../shared/contract/base.ts';
import type { PastedCode } from '../../../shared/contract/codes.ts';
import { deskQuery } from '../../api.ts';
import { refreshRegistry } from '../../query.ts';
import { MarkedCode, useCodeProblem } from '../../ui/CodeField.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { Badge } from '../../ui/StatusBadge.tsx';
import { toastDone } from '../../ui/toast.tsx';
import styles from './Codes.module.css';

interface PasteCodesProps {
  readonly scope: Scope;
  readonly onClose: () => void;
}

/** A list of names and codes pasted at once: each line says what would become of it before anything is written. */
export function PasteCodes({ scope, onClose }: PasteCodesProps) {
  const t = useTranslations('codes.paste');
  const action = useTranslations('app.action');
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text, 250);
  const check = useQuery(
    deskQuery.codes.paste.queryOptions({
      input: { scope, text: settled, apply: false },
      enabled: settled.trim() !== '',
      placeholderData: keepPreviousData,
      staleTime: 0,
      gcTime: 0,
    }),
  );
  const save = useMutation(
    deskQuery.codes.paste.mutationOptions({
      onSuccess: ({ saved }) => {
        toastDone(t('saved', { count: saved }));
        onClose();
        return refreshRegistry();
      },
    }),
  );
  const lines = settled.trim() === '' ? [] : (check.data?.lines ?? []);
  const good = lines.filter(({ outcome }) => outcome.kind === 'new' || outcome.kind === 'changed').length;
  const error = save.error ?? check.error;
  return (
    <Modal opened size={760} onClose={onClose} title={t('title')} closeButtonProps={{ 'aria-label': action('close') }}>
      <div className={styles.paste}>
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
            onClick={() => save.mutate({ scope, text, apply: true })}
          >
            {t('save', { count: good })}
          </Button>
        </Group>
      </div>
    </Modal>
  );
}

function PastedLines({ lines }: { readonly lines: readonly PastedCode[] }) {
  const t = useTranslations('codes.paste');
  return (
    <section className={styles.lines} aria-label={t('lines')}>
      <ul className={styles.list}>
        {lines.slice(0, MOST_LINES).map((line) => (
          <PastedLine key={line.line} line={line} />
        ))}
      </ul>
      {lines.length > MOST_LINES ? (
        <p className={styles.quiet}>{t('more', { count: lines.length - MOST_LINES })}</p>
      ) : null}
    </section>
  );
}

const MOST_LINES = 200;

const meanings = {
  new: 'done',
  changed: 'information',
  same: 'neutral',
  nobody: 'needs-you',
  several: 'needs-you',
  invalid: 'needs-you',
  taken: 'needs-you',
} as const;

function PastedLine({ line }: { readonly line: PastedCode }) {
  const t = useTranslations('codes.paste');
  const problem = useCodeProblem();
  const { outcome } = line;
  const at = outcome.kind === 'invalid' ? outcome.position : null;
  return (
    <li className={styles.pasted}>
      <span className={styles.lineNumber}>{line.line}</span>
      <span>
        {line.pupil === null ? line.name : `${line.pupil.title}, ${line.pupil.className}`}
        {at === null ? (
          <span className={`${styles.pastedCode} desk-mono`}>{line.code}</span>
        ) : (
          <MarkedCode text={line.code} at={at} />
        )}
        {outcome.kind === 'invalid' || outcome.kind === 'taken' ? (
          <span className={styles.why}>{problem(outcome)}</span>
        ) : null}
      </span>
      <Badge meaning={meanings[outcome.kind]}>{t(`outcome.${outcome.kind}`)}</Badge>
    </li>
  );
}
