import { useEffect } from 'react';
import { desk, onReconnect } from '../api.ts';
import { forgetRegistry, refreshRegistry, refreshStatus } from '../query.ts';

const RETRY_MS = 1_000;

/** Listens to the desk for the life of the page: a lock clears the screen, a change is read again. */
export function useDeskEvents(): void {
  useEffect(() => {
    const ended = new AbortController();
    void listen(ended.signal);
    const stopReconnect = onReconnect(() => void refreshRegistry());
    return () => {
      ended.abort();
      stopReconnect();
    };
  }, []);
}

/** The stream ends when the registry process restarts; then it is opened again over the new port. */
async function listen(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      for await (const event of await desk.registry.events(undefined, { signal })) await take(event.kind);
    } catch {
      // The next round says what is wrong, if anything still is.
    }
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}

async function take(kind: 'locked' | 'changed' | 'alive'): Promise<void> {
  switch (kind) {
    case 'locked':
      await refreshStatus();
      forgetRegistry();
      return;
    case 'changed':
      return refreshRegistry();
    case 'alive':
      return;
  }
}
