import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { desk } from '../../api.ts';
import type { SaveResult } from '../../desk-bridge.ts';
import { toastDone } from '../../ui/toast.tsx';

interface FailedRows {
  readonly save: UseMutationResult<SaveResult, Error, void>;
  /** Why the disk refused the file. */
  readonly trouble: string | undefined;
}

/** Saves the rows that are not imported, with their reasons, in the source's own encoding. */
export function useFailedRows(previewId: string): FailedRows {
  const t = useTranslations('imports.failed');
  const save = useMutation({
    mutationFn: async () => {
      const file = await desk.imports.failedRows({ previewId });
      const result = await window.diaryDesk.saveDocument(file.documentToken, file.suggestedName);
      if (result.kind === 'saved') {
        const lost = file.lost.length === 0 ? '' : ` ${t('lost', { letters: file.lost.join(' ') })}`;
        toastDone(`${t('saved', { count: file.rows, name: result.fileName })}${lost}`);
      }
      return result;
    },
  });
  return { save, trouble: save.data?.kind === 'failed' ? save.data.message : undefined };
}
