import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { HandoverRow } from '../../../shared/contract/credentials.ts';
import { desk } from '../../api.ts';
import { refreshRegistry, useUser } from '../../query.ts';
import { useErrorWords } from '../../ui/error-words.ts';
import { toastDone, toastError, toastUndo } from '../../ui/toast.tsx';

/** Ticking and taking ticks back, at once on screen and then in the registry. */
export interface Marking {
  readonly mark: (rows: readonly HandoverRow[]) => void;
  readonly takeBack: (rows: readonly HandoverRow[]) => void;
}

type Change = Pick<HandoverRow, 'state' | 'handedOverAt' | 'handedOverBy'>;

const MARKING = ['handover', 'marking'];

/** Changes the list under `listKey` before the registry answers; a refusal puts the rows back. */
export function useMarking(listKey: readonly unknown[]): Marking {
  const words = useErrorWords();
  const by = useUser()?.name ?? '';
  const says = useMarkingWords();
  const list = useShownList(listKey);
  const takeBack = useMutation({
    mutationKey: MARKING,
    mutationFn: (rows: readonly HandoverRow[]) => desk.handover.takeBack({ credentialIds: idsOf(rows) }),
    onMutate: (rows) => list.show(rows, () => ({ state: 'printed', handedOverAt: null, handedOverBy: '' })),
    onSuccess: (_answer, rows) => says.takenBack(rows),
    onError: (error, rows) => {
      void list.show(rows, (row) => row);
      toastError(words(error));
    },
    onSettled: list.settle,
  });
  const mark = useMutation({
    mutationKey: MARKING,
    mutationFn: (rows: readonly HandoverRow[]) => desk.handover.mark({ credentialIds: idsOf(rows) }),
    onMutate: (rows) =>
      list.show(rows, () => ({ state: 'handed-over', handedOverAt: new Date().toISOString(), handedOverBy: by })),
    onSuccess: (_answer, rows) => says.marked(rows, () => takeBack.mutate(rows)),
    onError: (error, rows) => {
      void list.show(rows, (row) => row);
      toastError(words(error));
    },
    onSettled: list.settle,
  });
  return { mark: mark.mutate, takeBack: takeBack.mutate };
}

const idsOf = (rows: readonly HandoverRow[]) => rows.map((row) => row.credentialId);

/** The list as it is shown; it is read anew only after the last of many quick ticks, so that none flickers back. */
function useShownList(listKey: readonly unknown[]) {
  const client = useQueryClient();
  const show = async (rows: readonly HandoverRow[], change: (row: HandoverRow) => Change) => {
    const touched = new Map(rows.map((row) => [row.credentialId, row]));
    await client.cancelQueries({ queryKey: listKey });
    client.setQueryData<HandoverRow[]>(listKey, (before) =>
      before?.map((row) => {
        const given = touched.get(row.credentialId);
        if (given === undefined) return row;
        const { state, handedOverAt, handedOverBy } = change(given);
        return { ...row, state, handedOverAt, handedOverBy };
      }),
    );
  };
  const settle = () => (client.isMutating({ mutationKey: MARKING }) > 1 ? undefined : refreshRegistry());
  return { show, settle };
}

/** Only the last tick is offered to be taken back in the corner; earlier ones have their own tick in the list. */
function useMarkingWords() {
  const t = useTranslations('handover');
  const marked = (rows: readonly HandoverRow[], onTakeBack: () => void) => {
    const [first] = rows;
    const message =
      rows.length === 1 && first ? t('marked', { name: first.title }) : t('all.marked', { count: rows.length });
    notifications.clean();
    toastUndo(message, t('takeBack'), onTakeBack);
  };
  const takenBack = (rows: readonly HandoverRow[]) => {
    const [first] = rows;
    notifications.clean();
    toastDone(
      rows.length === 1 && first ? t('takenBack', { name: first.title }) : t('all.takenBack', { count: rows.length }),
    );
  };
  return { marked, takenBack };
}
