import { Button, Group, TextInput } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { CodeProblem } from '../../shared/contract/codes.ts';
import { desk } from '../api.ts';
import { refreshRegistry } from '../query.ts';
import styles from './Dialogs.module.css';
import { ErrorCard } from './ErrorCard.tsx';

interface CodeFieldProps {
  readonly pupilId: number;
  readonly value: string;
  /** What the diary calls the code. */
  readonly label: string;
  readonly saveLabel: string;
  readonly onSaved: () => void;
  readonly onCancel?: (() => void) | undefined;
}

/** Types or pastes the code of one pupil; a wrong one is shown with the very letter that is wrong. */
export function CodeField({ pupilId, value, label, saveLabel, onSaved, onCancel }: CodeFieldProps) {
  const action = useTranslations('app.action');
  const [typed, setTyped] = useState(value);
  const [checked, setChecked] = useState<{ readonly text: string; readonly problem: CodeProblem }>();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      const answer = await desk.codes.save({ pupilId, value: typed });
      if (answer.kind !== 'saved') return setChecked({ text: typed, problem: answer });
      await refreshRegistry();
      onSaved();
    } catch (refused) {
      setError(refused);
    } finally {
      setBusy(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || onCancel === undefined) return;
    event.preventDefault();
    onCancel();
  };
  return (
    <form onSubmit={(event) => void save(event)}>
      <TextInput
        className={styles.codeField ?? ''}
        autoFocus
        label={label}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        aria-invalid={checked !== undefined}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setChecked(undefined);
        }}
        onKeyDown={onKeyDown}
      />
      {checked === undefined ? null : <CodeTrouble text={checked.text} problem={checked.problem} />}
      {error === null ? null : <ErrorCard error={error} />}
      <Group gap="xs" mt={10}>
        <Button type="submit" size="compact-md" loading={busy} disabled={typed.trim() === ''}>
          {saveLabel}
        </Button>
        {onCancel === undefined ? null : (
          <Button size="compact-md" variant="default" onClick={onCancel}>
            {action('cancel')}
          </Button>
        )}
      </Group>
    </form>
  );
}

interface CodeTroubleProps {
  readonly text: string;
  readonly problem: CodeProblem;
}

/** What is wrong with a code, and where: the letter stands out in the code itself. */
export function CodeTrouble({ text, problem }: CodeTroubleProps) {
  const words = useCodeProblem();
  const at = problem.kind === 'invalid' ? problem.position : null;
  return (
    <div role="alert">
      {at === null ? null : <MarkedCode text={text} at={at} />}
      <p className={styles.problem}>
        <IconAlertCircle size={16} aria-hidden />
        <span>{words(problem)}</span>
      </p>
    </div>
  );
}

/** The code with its wrong letter marked. */
export function MarkedCode({ text, at }: { readonly text: string; readonly at: number }) {
  return (
    <p className={`${styles.typed} desk-mono`}>
      {text.slice(0, at - 1)}
      <mark>{text.charAt(at - 1) || ' '}</mark>
      {text.slice(at)}
    </p>
  );
}

/** A code's problem in words. */
export function useCodeProblem(): (problem: CodeProblem) => string {
  const t = useTranslations('codes.problem');
  return (problem) => {
    if (problem.kind === 'taken') {
      const { owner, wanted } = problem;
      return t('taken', { owner: owner.title, ownerClass: owner.className, wanted: wanted.title });
    }
    const said = t(problem.expected);
    if (problem.position === null) return said;
    const place = { position: problem.position, char: problem.char ?? '' };
    return `${t(problem.lookAlike ? 'lookAlike' : 'place', place)} ${said}`;
  };
}
