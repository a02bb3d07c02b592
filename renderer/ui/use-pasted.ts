import { useEffect, useRef } from 'react';

interface Pasted {
  readonly onText: (text: string) => void;
  readonly onFile: (file: File) => void;
}

/** Ctrl+V anywhere on the page, except where text is typed: a copied table or a copied file. */
export function usePasted(pasted: Pasted): void {
  const latest = useRef(pasted);
  useEffect(() => {
    latest.current = pasted;
  });
  useEffect(() => {
    const take = (event: ClipboardEvent) => {
      if (event.target instanceof Element && event.target.closest('input, textarea, [role=dialog]') !== null) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const file = event.clipboardData?.files[0];
      if (text.trim() !== '') latest.current.onText(text);
      else if (file !== undefined) latest.current.onFile(file);
      else return;
      event.preventDefault();
    };
    document.addEventListener('paste', take);
    return () => document.removeEventListener('paste', take);
  }, []);
}
