import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { FindingRow } from '../../../shared/contract/reconciliation.ts';
import { desk } from '../../api.ts';
import { refreshRegistry } from '../../query.ts';
import { useErrorWords } from '../../ui/error-words.ts';
import { toastDone, toastError, toastUndo } from '../../ui/toast.tsx';
import { useUndoRun } from '../../ui/use-undoable-change.ts';

export type DecisionKind = 'take' | 'keep' | 'ask' | 'reopen' | 'separate';

/** Deciding and taking back. `undoLast` takes back the latest decision made on this page, then the one before it. */
export interface Decisions {
  /** `askAgainInDays` counts when the family is asked. */
  readonly decide: (finding: FindingRow, kind: DecisionKind, askAgainInDays: number) => void;
  readonly said: (portalId: number, personId: number, same: boolean, who: string) => void;
  /** Tells of a decision made elsewhere on the page and remembers it for `undoLast`. */
  readonly done: (words: string, undoRunId: number | null) => void;
  readonly undoLast: () => void;
}

/** May this be decided about the finding as it stands? */
export function isPossible({ may, state }: FindingRow, kind: DecisionKind): boolean {
  switch (kind) {
    case 'take':
      return may.take && state !== 'taken';
    case 'keep':
      return may.keep && state !== 'taken' && state !== 'kept';
    case 'ask':
      return state !== 'taken';
    case 'separate':
      return may.separate;
    case 'reopen':
      return state === 'kept' || state === 'asked';
  }
}

export function useDecisions(): Decisions {
  const t = useTranslations('reconciliation');
  const errorWords = useErrorWords();
  const stack = useRef<number[]>([]);
  const fail = (error: unknown) => toastError(errorWords(error));

  const undoRun = useUndoRun(t('done.undone'));
  const undo = (runId: number) => {
    stack.current = stack.current.filter((one) => one !== runId);
    undoRun(runId);
  };
  const done = (words: string, undoRunId: number | null) => {
    if (undoRunId === null) return toastDone(words);
    stack.current.push(undoRunId);
    toastUndo(words, t('action.undo'), () => undo(undoRunId));
  };
  const said = (portalId: number, personId: number, same: boolean, who: string) => {
    desk.reconciliation
      .decideLink({ portalId, personId, same })
      .then(({ undoRunId }) => done(t(same ? 'done.same' : 'done.separate', { who }), undoRunId), fail)
      .then(refreshRegistry, fail);
  };
  const decide: Decisions['decide'] = (finding, kind, askAgainInDays) => {
    if (!isPossible(finding, kind)) return toastDone(t('done.notPossible'));
    const { id, who, portalId, personId } = finding;
    if (kind === 'separate') return said(portalId ?? 0, personId ?? 0, false, who);
    desk.reconciliation
      .decide({ findingIds: [id], decision: kind, askAgainInDays })
      .then(({ undoRunId }) => done(t(`done.${kind}`, { who }), undoRunId), fail)
      .then(refreshRegistry, fail);
  };
  const undoLast = () => {
    const last = stack.current.at(-1);
    if (last === undefined) toastDone(t('done.nothingToUndo'));
    else undo(last);
  };
  return { decide, said, done, undoLast };
}
