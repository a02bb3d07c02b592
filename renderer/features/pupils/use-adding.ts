import { useMutation } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { DeskClient } from '../../../shared/contract/index.ts';
import type { NewcomerAsks } from '../../../shared/contract/newcomers.ts';
import { refreshRegistry } from '../../query.ts';
import { pupilsSearchSchema } from '../../search.ts';
import { toastUndo } from '../../ui/toast.tsx';
import { useUndoRun } from '../../ui/use-undoable-change.ts';

type Answer = Awaited<ReturnType<DeskClient['pupils']['add']>>;

/** One attempt to add somebody. */
export interface Attempt {
  /** What is said when it is done. */
  readonly words: string;
  /** Sends what was typed; `despite` are people who were shown and are others. */
  readonly send: (despite: number[]) => Promise<Answer>;
}

interface AddingSteps {
  readonly onAdded: (pupilId: number) => void;
  readonly onUndone?: (pupilId: number) => void;
}

/** Adds somebody by hand: asks when somebody alike is there, says what was done, and offers to take it back. */
export function useAdding({ onAdded, onUndone }: AddingSteps) {
  const journal = useTranslations('journal');
  const undo = useUndoRun(journal('undone'));
  const [asks, setAsks] = useState<NewcomerAsks>();
  const adding = useMutation({
    mutationFn: ({ send }: Attempt) => send(shownIn(asks)),
    onSuccess: (answer, { words }) => {
      if (answer.kind === 'asks') return setAsks(answer);
      const { pupilId, undoRunId } = answer;
      setAsks(undefined);
      onAdded(pupilId);
      toastUndo(words, journal('undo'), () => undo(undoRunId ?? 0, () => onUndone?.(pupilId)));
      return refreshRegistry();
    },
  });
  return { asks, setAsks, adding };
}

function shownIn(asks: NewcomerAsks | undefined): number[] {
  if (asks === undefined) return [];
  return [...asks.pupils, ...asks.guardians.flatMap(({ found }) => found)].map(({ id }) => id);
}

/** The questions that are left once a guardian is linked; undefined when none are. */
export function withoutPlace(asks: NewcomerAsks | undefined, gone: number): NewcomerAsks | undefined {
  const guardians = asks?.guardians.filter(({ place }) => place !== gone) ?? [];
  return asks === undefined || asks.pupils.length + guardians.length === 0 ? undefined : { ...asks, guardians };
}

/** Closes the card of a pupil who was taken back, if it is still open. */
export function useCloseCard(): (pupilId: number) => void {
  const router = useRouter();
  const navigate = useNavigate();
  return (pupilId: number) => {
    const { pathname, search } = router.state.location;
    const open = pupilsSearchSchema.parse(search);
    if (pathname !== '/pupils' || open.open !== pupilId) return;
    void navigate({ to: '/pupils', search: { ...open, open: undefined }, replace: true });
  };
}
