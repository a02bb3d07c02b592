import { type Dispatch, useCallback, useEffect } from 'react';
import type { ImportPreview } from '../../../shared/contract/imports.ts';
import { desk } from '../../api.ts';
import { type Stream, useStream } from '../../ui/use-stream.ts';
import { type ImportAction, type ImportState, noDecisions } from './import-state.ts';

type WithFile = Extract<ImportState, { readonly step: 'columns' | 'review' }>;
type PreviewDone = { readonly kind: 'done'; readonly preview: ImportPreview };

/** The plan on its way: how far, what went wrong, and how to make it anew. */
export interface PlanStream extends Stream<PreviewDone> {
  readonly again: () => void;
  /** Plans with the decisions made so far; a plan made anew has to be told them again. */
  readonly countDecisions: () => void;
}

/** Plans the import when the file or a choice has changed; the last preview stays on screen meanwhile. */
export function usePreview(state: WithFile, dispatch: Dispatch<ImportAction>): PlanStream {
  const stream = useStream<PreviewDone>();
  const { file, choices, plannedFor, preview, decisions } = state;
  const { start } = stream;
  const previewId = preview?.previewId;
  const ask = useCallback(() => {
    start(
      (signal) => desk.imports.preview(inputOf(file.token, choices), { signal }),
      (done) => dispatch({ kind: 'preview-arrived', preview: done.preview, decisions: noDecisions }),
    );
  }, [file, choices, start, dispatch]);
  const decide = useCallback(() => {
    if (previewId === undefined) return;
    start(
      (signal) => desk.imports.decide({ previewId, decisions: [...decisions] }, { signal }),
      (done) => dispatch({ kind: 'preview-arrived', preview: done.preview, decisions }),
    );
  }, [previewId, decisions, start, dispatch]);
  useEffect(() => {
    if (plannedFor !== choices) ask();
  }, [ask, choices, plannedFor]);
  return { ...stream, again: ask, countDecisions: decide };
}

function inputOf(fileToken: string, { reading, fields, className, presetId, coverage }: WithFile['choices']) {
  return {
    fileToken,
    reading,
    ...(fields === undefined ? {} : { fields: [...fields] }),
    ...(className === undefined ? {} : { className }),
    ...(presetId === undefined ? {} : { presetId }),
    ...(coverage === undefined ? {} : { coverage }),
  };
}
