import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ExportFormat, ExportTable } from '../../shared/contract/exports.ts';
import type { PupilFilter } from '../../shared/contract/pupils.ts';
import { desk } from '../api.ts';
import { useErrorWords } from './error-words.ts';
import { useLanguage } from './language.tsx';
import { toastDone, toastError } from './toast.tsx';

/** Saving a table or a package to a file. */
export interface Exporting {
  readonly busy: boolean;
  readonly start: (format: ExportFormat) => void;
  /** Letters that the chosen encoding cannot hold, while a person decides. */
  readonly lost: readonly string[] | undefined;
  readonly useUtf8: () => void;
  readonly saveAnyway: () => void;
  readonly cancel: () => void;
}

type Prepared = Awaited<ReturnType<typeof desk.exports.prepare>>;

/** Prepares what a page shows and asks where to save it. */
export function useExport(table: ExportTable, filter: PupilFilter): Exporting {
  const { language } = useLanguage();
  const [asked, setAsked] = useState<Prepared>();
  const errorWords = useErrorWords();
  const onError = (error: unknown) => toastError(errorWords(error));
  const save = useSave();
  const prepare = useMutation({
    mutationFn: (format: ExportFormat) => desk.exports.prepare({ table, format, filter, language }),
    onSuccess: (prepared) => (prepared.lost.length > 0 ? setAsked(prepared) : save.mutate(prepared)),
    onError,
  });
  return {
    busy: prepare.isPending || save.isPending,
    start: prepare.mutate,
    lost: asked?.lost,
    useUtf8: () => {
      setAsked(undefined);
      prepare.mutate('csv-utf8');
    },
    saveAnyway: () => {
      if (asked !== undefined) save.mutate(asked);
      setAsked(undefined);
    },
    cancel: () => setAsked(undefined),
  };
}

function useSave() {
  const t = useTranslations('exports');
  const errorWords = useErrorWords();
  return useMutation({
    mutationFn: (file: Prepared) => window.diaryDesk.saveDocument(file.documentToken, file.suggestedName),
    onSuccess: (result, file) => {
      if (result.kind === 'saved') toastDone(t('saved', { name: result.fileName, count: file.rows }));
      if (result.kind === 'failed')
        toastError({ title: t('failed'), kept: t('failedKept'), next: t('failedNext', { message: result.message }) });
    },
    onError: (error) => toastError(errorWords(error)),
  });
}
