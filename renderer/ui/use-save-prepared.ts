import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useErrorWords } from './error-words.ts';
import { toastDone, toastError } from './toast.tsx';

/** A document that waits to be saved. */
export interface PreparedDocument {
  readonly documentToken: string;
  readonly suggestedName: string;
  /** Letters that the file could not hold. */
  readonly lost?: readonly string[];
}

/** Prepares a document and asks where to save it. */
export function useSavePrepared() {
  const t = useTranslations('exports');
  const errorWords = useErrorWords();
  return useMutation({
    mutationFn: async (prepare: () => Promise<PreparedDocument>) => {
      const { documentToken, suggestedName, lost = [] } = await prepare();
      const result = await window.diaryDesk.saveDocument(documentToken, suggestedName);
      return { result, lost };
    },
    onSuccess: ({ result, lost }) => {
      if (result.kind === 'saved') toastDone(t('savedFile', { name: result.fileName }));
      if (result.kind === 'saved' && lost.length > 0) toastDone(t('lostLetters', { letters: lost.join(' ') }));
      if (result.kind === 'failed')
        toastError({
          title: t('failed'),
          kept: t('failedKept'),
          next: t('failedNext', { message: result.message }),
        });
    },
    onError: (error) => toastError(errorWords(error)),
  });
}
