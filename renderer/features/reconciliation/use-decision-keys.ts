import { useEffect, useRef } from 'react';
import type { DecisionKind } from './use-decisions.ts';

type Action = Exclude<DecisionKind, 'reopen'> | 'undo';

/** By the key's place, so that they work in the Russian layout as well. */
const actions: Readonly<Record<string, Action>> = {
  KeyT: 'take',
  KeyS: 'keep',
  KeyF: 'ask',
  KeyN: 'separate',
  KeyU: 'undo',
};

/** One key a decision, wherever the focus is but in a field or a dialog. Comes before the table's jump by first letter. */
export function useDecisionKeys(onAction: (action: Action) => void): void {
  const latest = useRef(onAction);
  useEffect(() => {
    latest.current = onAction;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const action = actions[event.code];
      if (action === undefined || isBusy(event)) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current(action);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}

function isBusy({ target, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || shiftKey) return true;
  const typing = target instanceof Element && target.closest('input, textarea, select, [role=menu]') !== null;
  return typing || document.querySelector('[role=dialog]') !== null;
}
