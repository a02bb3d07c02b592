import type { Dispatch } from 'react';
import { desk } from '../../api.ts';
import { refreshRegistry } from '../../query.ts';
import { type Stream, useStream } from '../../ui/use-stream.ts';
import { acceptanceInput } from './acceptance.ts';
import type { ImportAction, ImportResult, ImportState } from './import-state.ts';

type WithFile = Extract<ImportState, { readonly step: 'columns' | 'review' }>;
type Written = { readonly kind: 'done'; readonly result: ImportResult };

/** Writes what is accepted; leads to the last step. */
export function useWriting(
  { preview, accepted, confirmed }: WithFile,
  dispatch: Dispatch<ImportAction>,
): Stream<Written> & { readonly apply: () => void } {
  const stream = useStream<Written>();
  const apply = () => {
    if (preview === undefined) return;
    const { previewId, planHash } = preview;
    stream.start(
      (signal) =>
        desk.imports.apply(
          { previewId, planHash, ...acceptanceInput(accepted), confirmed: [...confirmed] },
          { signal },
        ),
      ({ result }) => {
        dispatch({ kind: 'applied', result });
        void refreshRegistry();
      },
    );
  };
  return { ...stream, apply };
}
