import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Progress } from '../../../shared/contract/base.ts';

/** How long one piece of a long job may keep the process, in milliseconds. */
const pieceMs = 12;

/** Progress is told no more often than this, in milliseconds. */
const tellingMs = 80;

/** Lets other calls through, and then the next piece begins. */
export function breathe(): Promise<void> {
  return nextTurn();
}

/** Runs a long pure job piece by piece: other calls get through in between, and progress is told now and then. */
export async function* paced<Result>(
  job: Generator<number, Result>,
  progress: (done: number) => Progress,
): AsyncGenerator<Progress, Result> {
  let [pieceBegan, toldAt] = [performance.now(), performance.now()];
  for (;;) {
    const step = job.next();
    if (step.done) return step.value;
    if (performance.now() - pieceBegan < pieceMs) continue;
    await breathe();
    pieceBegan = performance.now();
    if (pieceBegan - toldAt < tellingMs) continue;
    yield progress(step.value);
    toldAt = performance.now();
  }
}

/** The job was stopped from outside. */
const stopped = Symbol('stopped');

/** Tells progress and waits for a turn; throws when the listener has gone. */
export type Report = (progress: Progress) => Promise<void>;

/**
 * Runs work that cannot yield by itself (it stands inside a transaction) and passes its progress on. When the listener
 * goes away, the next report throws, the work undoes itself, and only then the iteration ends.
 */
export async function* reporting<Result>(work: (report: Report) => Promise<Result>): AsyncGenerator<Progress, Result> {
  const channel: Channel = { latest: undefined, wake: () => undefined, gone: false };
  const outcome = settle(
    work((progress) => send(channel, progress)),
    channel,
  );
  try {
    for (;;) {
      const signal = new Promise<void>((wake) => {
        channel.wake = wake;
      });
      const done = await Promise.race([outcome, signal]);
      if (done !== undefined) return resultOf(done);
      const { latest } = channel;
      channel.latest = undefined;
      if (latest !== undefined) yield latest;
    }
  } finally {
    channel.gone = true;
    await outcome;
  }
}

interface Channel {
  latest: Progress | undefined;
  wake: () => void;
  gone: boolean;
}

async function send(channel: Channel, progress: Progress): Promise<void> {
  channel.latest = progress;
  channel.wake();
  await breathe();
  if (channel.gone) throw stopped;
}

type Outcome<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'failed'; readonly error: unknown };

async function settle<Result>(work: Promise<Result>, channel: Channel): Promise<Outcome<Result>> {
  try {
    return { kind: 'done', result: await work };
  } catch (error) {
    return { kind: 'failed', error };
  } finally {
    channel.wake();
  }
}

function resultOf<Result>(outcome: Outcome<Result>): Result {
  if (outcome.kind === 'failed') throw outcome.error;
  return outcome.result;
}

/** Runs a long pure job to its end, letting other calls through in between. */
export async function finished<Result>(job: Generator<number, Result>): Promise<Result> {
  const pacing = paced(job, (done) => ({ kind: 'progress', stage: 'matching', done, total: done }));
  let step = await pacing.next();
  while (!step.done) step = await pacing.next();
  return step.value;
}
