import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { EntryWay } from '../../../shared/contract/contacts.ts';
import type { CollectedKind } from '../../../shared/domain/contact-collection.ts';
import { desk } from '../../api.ts';
import { refreshRegistry } from '../../query.ts';
import { errorKey, useErrorWords } from '../../ui/error-words.ts';
import { toastDone, toastError } from '../../ui/toast.tsx';

/** What is written of one person. */
export type Typed = { readonly personId: number; readonly entryWay?: EntryWay | null } & {
  readonly [Kind in CollectedKind]?: string;
};

/** Writes what was typed; false when it could not be read. */
export type SaveTyped = (typed: Typed) => Promise<boolean>;

/** Quick entry: writing, how much has been written, and taking the last back. */
export interface Entering {
  readonly save: SaveTyped;
  readonly saved: number;
  readonly undoLast: () => void;
}

export function useEntering(): Entering {
  const t = useTranslations('contacts');
  const errorWords = useErrorWords();
  const [runs, setRuns] = useState<readonly number[]>([]);
  const save = async (typed: Typed) => {
    try {
      const { undoRunId } = await desk.contacts.save(typed);
      if (undoRunId !== null) setRuns((before) => [...before, undoRunId]);
      await refreshRegistry();
      return true;
    } catch (error) {
      if (errorKey(error).key !== 'invalid-input') toastError(errorWords(error));
      return false;
    }
  };
  const undo = async (runId: number) => {
    try {
      await desk.journal.undo({ runId });
      toastDone(t('undone'));
    } catch (error) {
      toastError(errorWords(error));
    }
    setRuns((before) => before.filter((one) => one !== runId));
    await refreshRegistry();
  };
  return {
    save,
    saved: runs.length,
    undoLast: () => {
      const last = runs.at(-1);
      if (last !== undefined) void undo(last);
    },
  };
}
