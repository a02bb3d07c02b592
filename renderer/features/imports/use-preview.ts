import { type Dispatch, useCallback, useEffect } from 'react';
import type { ImportPreview } from '../../../shared/contract/imports.ts';
import { desk } from '../../api.ts';
import type { ImportAction, ImportState } from './import-state.ts';
import { type Stream, useStream } from './use-stream.ts';

type WithFile = Extract<ImportState, { readonly step: 'columns' | 'review' }>;
type PreviewDone = { readonly kind: 'done'; readonly preview: ImportPreview };

/** Plans the import when the file or a choice has changed; the last preview stays on screen meanwhile. */
export function usePreview(
  state: WithFile,
  dispatch: Dispatch<ImportAction>,
): Stream<PreviewDone> & { readonly again: () => void } {
  const stream = useStream<PreviewDone>();
  const { file, choices, plannedFor } = state;
  const { start } = stream;
  const ask = useCallback(() => {
    start(
      (signal) => desk.imports.preview(inputOf(file.token, choices), { signal }),
      ({ preview }) => dispatch({ kind: 'preview-arrived', preview }),
    );
  }, [file, choices, start, dispatch]);
  useEffect(() => {
    if (plannedFor !== choices) ask();
  }, [ask, choices, plannedFor]);
  return { ...stream, again: ask };
}

function inputOf(fileToken: string, { reading, fields, className }: WithFile['choices']) {
  return {
    fileToken,
    reading,
    ...(fields === undefined ? {} : { fields: [...fields] }),
    ...(className.trim() === '' ? {} : { className: className.trim() }),
  };
}
