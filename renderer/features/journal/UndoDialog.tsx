import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { AuditEntry } from '../../../shared/contract/journal.ts';
import { desk } from '../../api.ts';
import { refreshRegistry } from '../../query.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { toastDone } from '../../ui/toast.tsx';

interface UndoDialogProps {
  /** The entry to take back; undefined keeps the dialog closed. */
  readonly entry: AuditEntry | undefined;
  readonly onClose: () => void;
}

/** Takes an import or an issue back after saying in numbers what that means. */
export function UndoDialog({ entry, onClose }: UndoDialogProps) {
  const isImport = entry?.importId !== null;
  const t = useTranslations(isImport ? 'journal.undoImport' : 'journal.undoIssue');
  const keep = useTranslations('journal')('keep');
  const undo = useUndo(onClose);
  const numbers = { count: entry?.count ?? 0, subject: entry?.subject ?? '' };
  const close = () => {
    undo.reset();
    onClose();
  };
  return (
    <ConfirmDialog
      opened={entry !== undefined}
      title={t('title')}
      confirmLabel={t('confirm', numbers)}
      cancelLabel={keep}
      final
      busy={undo.isPending}
      onClose={close}
      onConfirm={() => entry !== undefined && undo.mutate(entry)}
    >
      {undo.error === null ? t('text', numbers) : <ErrorCard error={undo.error} />}
    </ConfirmDialog>
  );
}

function useUndo(onDone: () => void) {
  const t = useTranslations('journal');
  return useMutation({
    mutationFn: async ({ importId, issueId }: AuditEntry) => {
      if (importId !== null) return undoImport(importId);
      const { revoked } = await desk.credentials.undoIssue({ issueId: issueId ?? 0 });
      return t('undoIssue.done', { count: revoked });
    },
    onSuccess: (words) => {
      toastDone(words);
      onDone();
      return refreshRegistry();
    },
  });

  async function undoImport(importId: number): Promise<string> {
    const { removed, restored, kept } = await desk.imports.undo({ importId });
    const done = t('undoImport.done', { removed, restored });
    return kept.length === 0 ? done : `${done} ${t('undoImport.kept', { count: kept.length })}`;
  }
}
