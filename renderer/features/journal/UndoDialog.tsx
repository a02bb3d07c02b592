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

/** Takes an import, an issue or another recorded action back after saying in numbers what that means. */
export function UndoDialog({ entry, onClose }: UndoDialogProps) {
  const words = useUndoWords(entry);
  const undo = useUndo(onClose);
  const close = () => {
    undo.reset();
    onClose();
  };
  return (
    <ConfirmDialog
      opened={entry !== undefined}
      title={words.title}
      confirmLabel={words.confirm}
      cancelLabel={words.keep}
      final
      busy={undo.isPending}
      onClose={close}
      onConfirm={() => entry !== undefined && undo.mutate(entry)}
    >
      {undo.error === null ? words.text : <ErrorCard error={undo.error} />}
    </ConfirmDialog>
  );
}

function useUndoWords(entry: AuditEntry | undefined) {
  const t = useTranslations('journal');
  const numbers = { count: entry?.count ?? 0, subject: entry?.subject ?? '' };
  const kind = entry === undefined || entry.importId !== null ? 'undoImport' : undoKindOf(entry);
  const what = entry === undefined ? '' : t(`action.${entry.action}`);
  return {
    title: t(`${kind}.title`),
    text: kind === 'undoRun' ? t('undoRun.text', { ...numbers, what }) : t(`${kind}.text`, numbers),
    confirm: kind === 'undoRun' ? t('undoRun.confirm') : t(`${kind}.confirm`, numbers),
    keep: t('keep'),
  };
}

const undoKindOf = ({ issueId }: AuditEntry) => (issueId === null ? 'undoRun' : 'undoIssue');

function useUndo(onDone: () => void) {
  const t = useTranslations('journal');
  return useMutation({
    mutationFn: async ({ importId, issueId, runId }: AuditEntry) => {
      if (importId !== null) return undoImport(importId);
      if (runId !== null) return undoRun(runId);
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

  async function undoRun(runId: number): Promise<string> {
    const { restored, kept } = await desk.journal.undo({ runId });
    const done = t('undoRun.done', { restored });
    return kept.length === 0 ? done : `${done} ${t('undoRun.kept', { names: kept.join(', ') })}`;
  }
}
