import type { DeskEvent } from '../../shared/contract/registry.ts';
import type { Desk } from './context.ts';

const heartbeatMs = 20_000;

/** What happens at the desk, from now until the listener goes; `alive` at once and every twenty seconds. */
export async function* deskEvents(desk: Desk, signal: AbortSignal | undefined): AsyncGenerator<DeskEvent, void> {
  const waiting: DeskEvent[] = [{ kind: 'alive' }];
  let wake = () => {};
  const add = (event: DeskEvent) => {
    waiting.push(event);
    wake();
  };
  const stopListening = desk.listen(add);
  const heartbeat = setInterval(() => add({ kind: 'alive' }), heartbeatMs).unref();
  signal?.addEventListener('abort', () => wake());
  try {
    while (!signal?.aborted) {
      yield* waiting.splice(0);
      if (waiting.length === 0 && !signal?.aborted) await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    stopListening();
    clearInterval(heartbeat);
  }
}
