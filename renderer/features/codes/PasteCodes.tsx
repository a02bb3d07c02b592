import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Scope } from '../../../shared/contract/base.ts';
import type { PastedCode } from '../../../shared/contract/codes.ts';
import { deskQuery } from '../../api.ts';
import { refreshRegistry } from '../../query.ts';
import { MarkedCode, useCodeProblem } from '../../ui/CodeField.tsx';
import { PastedLines, PasteLines } from '../../ui/PasteLines.tsx';
import { toastDone } from '../../ui/toast.tsx';
import styles from './Codes.module.css';

interface PasteCodesProps {
  readonly scope: Scope;
  readonly onClose: () => void;
}

/** A list of names and codes pasted at once: each line says what would become of it before anything is written. */
export function PasteCodes({ scope, onClose }: PasteCodesProps) {
  const t = useTranslations('codes.paste');
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
      onSave={() => save.mutate({ scope, text, apply: true })}
      onClose={onClose}
    >
      <PastedLines
        lines={lines.map((line) => ({
          line: line.line,
          content: <PastedCodeLine line={line} />,
          meaning: meanings[line.outcome.kind],
          outcome: t(`outcome.${line.outcome.kind}`),
        }))}
      />
    </PasteLines>
  );
}

const meanings = {
  new: 'done',
  changed: 'information',
  same: 'neutral',
  nobody: 'needs-you',
  several: 'needs-you',
  invalid: 'needs-you',
  taken: 'needs-you',
} as const;

function PastedCodeLine({ line: { pupil, name, code, outcome } }: { readonly line: PastedCode }) {
  const problem = useCodeProblem();
  const at = outcome.kind === 'invalid' ? outcome.position : null;
  return (
    <>
      {pupil === null ? name : `${pupil.title}, ${pupil.className}`}
      {at === null ? (
        <span className={`${styles.pastedCode} desk-mono`}>{code}</span>
      ) : (
        <MarkedCode text={code} at={at} />
      )}
      {outcome.kind === 'invalid' || outcome.kind === 'taken' ? (
        <span className={styles.why}>{problem(outcome)}</span>
      ) : null}
    </>
  );
}
