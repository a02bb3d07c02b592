import { useCallback, useEffect, useRef, useState } from 'react';
import type { Progress } from '../../shared/contract/base.ts';
import { noticeLocked } from '../query.ts';

/** A long job that reports progress: how far, what went wrong, and how to stop it. */
export interface Stream<Done> {
  readonly running: boolean;
  readonly progress: Progress | undefined;
  readonly error: unknown;
  /** Starts the job; a job still running is cancelled first. */
  readonly start: (
    job: (signal: AbortSignal) => Promise<AsyncIterable<Progress | Done>>,
    onDone: (done: Done) => void,
  ) => void;
  readonly cancel: () => void;
}

interface Shown {
  readonly running: boolean;
  readonly progress: Progress | undefined;
  readonly error: unknown;
}

const idle: Shown = { running: false, progress: undefined, error: null };

/** Runs one streamed route at a time; leaving the page cancels it. */
export function useStream<Done extends { readonly kind: 'done' }>(): Stream<Done> {
  const [shown, setShown] = useState(idle);
  const controller = useRef<AbortController>(undefined);
  const cancel = useCallback(() => {
    controller.current?.abort();
    controller.current = undefined;
    setShown(idle);
  }, []);
  useEffect(() => () => controller.current?.abort(), []);

  const start: Stream<Done>['start'] = useCallback((job, onDone) => {
    controller.current?.abort();
    const mine = new AbortController();
    controller.current = mine;
    const show = (next: Shown) => {
      if (controller.current === mine) setShown(next);
    };
    show({ ...idle, running: true });
    consume(job, mine.signal, (progress) => show({ running: true, progress, error: null }))
      .then((done) => {
        if (controller.current !== mine) return;
        show(idle);
        if (done !== undefined) onDone(done);
      })
      .catch((error: unknown) => {
        noticeLocked(error);
        show({ ...idle, error });
      });
  }, []);
  return { ...shown, start, cancel };
}

async function consume<Done extends { readonly kind: 'done' }>(
  job: (signal: AbortSignal) => Promise<AsyncIterable<Progress | Done>>,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<Done | undefined> {
  for await (const event of await job(signal)) {
    if (event.kind === 'done') return event;
    onProgress(event);
  }
  return undefined;
}
