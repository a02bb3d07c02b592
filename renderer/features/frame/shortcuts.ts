import { useEffect, useRef } from 'react';
import type { DeskCommands } from './desk-commands.ts';

/** Keys by their place on the keyboard, so that they work in the Russian layout as well. */
export function useShortcuts(commands: DeskCommands): void {
  const latest = useRef(commands);
  latest.current = commands;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const action = actionOf(event, latest.current);
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function actionOf(event: KeyboardEvent, commands: DeskCommands): (() => void) | undefined {
  if (event.altKey || event.defaultPrevented) return undefined;
  if (event.ctrlKey || event.metaKey) return event.shiftKey ? undefined : chordOf(event.code, commands);
  if (isTyping(event.target)) return undefined;
  if (event.key === '?' || (event.code === 'Slash' && event.shiftKey)) return commands.keys;
  if (event.key === '/' || (event.code === 'Slash' && !event.shiftKey)) return focusPageSearch;
  return undefined;
}

function chordOf(code: string, commands: DeskCommands): (() => void) | undefined {
  const chords: Readonly<Record<string, () => void>> = {
    KeyK: commands.search,
    KeyI: commands.import,
    KeyP: commands.print,
    KeyL: commands.lock,
  };
  return chords[code];
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

/** The search field of the page that is shown carries `data-page-search`. */
function focusPageSearch(): void {
  document.querySelector<HTMLElement>('[data-page-search]')?.focus();
}
