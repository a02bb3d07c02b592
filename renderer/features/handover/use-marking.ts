import { notifications } from '@mantine/notifications';
import { type QueryKey, useMutation, useMutationState, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { HandoverRow, Receiver } from '../../../shared/contract/credentials.ts';
import { desk } from '../../api.ts';
import { refreshRegistry, useUser } from '../../query.ts';
import { useErrorWords } from '../../ui/error-words.ts';
import { toastDone, toastError, toastUndo } from '../../ui/toast.tsx';

/** Ticking and taking ticks back: at once on screen, then in the registry. */
export interface Marking {
  /** The rows as they will be when everything on the way has arrived. */
  readonly rows: readonly HandoverRow[];
  readonly mark: (rows: readonly HandoverRow[], receipt?: Receipt) => void;
  readonly takeBack: (rows: readonly HandoverRow[]) => void;
}

/** Who took the slip and when, where it was not simply the person it is for. */
export interface Receipt {
  readonly receivedBy: Receiver;
  readonly receiverName: string;
  readonly receivedOn: string;
}

/** One act: these people received their slips, or did not after all. */
interface Act {
  readonly rows: readonly HandoverRow[];
  readonly received: boolean;
  readonly at: string;
  readonly by: string;
  readonly receipt?: Receipt | undefined;
}

const MARKING = ['handover', 'marking'];

/** Marks in the list that is read under `listKey`. What the registry refuses is shown unmarked again. */
export function useMarking(read: readonly HandoverRow[], listKey: QueryKey): Marking {
  const client = useQueryClient();
  const errorWords = useErrorWords();
  const by = useUser()?.name ?? '';
  const say = useMarkingWords();
  const { mutate } = useMutation({
    mutationKey: MARKING,
    mutationFn: send,
    onSuccess: async (_answer, act: Act) => {
      await client.cancelQueries({ queryKey: listKey });
      client.setQueryData<HandoverRow[]>(listKey, (before) => (before === undefined ? before : after(before, [act])));
      say(act, () => start(act.rows, false));
    },
    onError: (error) => toastError(errorWords(error)),
    // After the last of many quick ticks the list is read anew; before that it would only flicker.
    onSettled: () => (client.isMutating({ mutationKey: MARKING }) > 1 ? undefined : refreshRegistry()),
  });
  const start = (rows: readonly HandoverRow[], received: boolean, receipt?: Receipt) =>
    mutate({ rows, received, at: new Date().toISOString(), by, receipt });
  const onTheWay = useMutationState({
    filters: { mutationKey: MARKING, status: 'pending' },
    select: (mutation) => mutation.state.variables as Act,
  });
  return {
    rows: onTheWay.length === 0 ? read : after(read, onTheWay),
    mark: (rows, receipt) => start(rows, true, receipt),
    takeBack: (rows) => start(rows, false),
  };
}

async function send({ rows, received, receipt }: Act): Promise<unknown> {
  const credentialIds = rows.map((row) => row.credentialId);
  return received ? desk.handover.mark({ credentialIds, ...receipt }) : desk.handover.takeBack({ credentialIds });
}

function after(rows: readonly HandoverRow[], acts: readonly Act[]): HandoverRow[] {
  const actOf = new Map(acts.flatMap((act) => act.rows.map((row) => [row.credentialId, act] as const)));
  return rows.map((row) => {
    const act = actOf.get(row.credentialId);
    if (act === undefined) return row;
    if (!act.received) return { ...row, state: 'printed', handedOverAt: null, handedOverBy: '' };
    return { ...row, state: 'handed-over', handedOverAt: act.at, handedOverBy: act.by, ...act.receipt };
  });
}

/** Only the last tick is offered to be taken back in the corner; every other one can be taken back in its row. */
function useMarkingWords(): (act: Act, onTakeBack: () => void) => void {
  const t = useTranslations('handover');
  return ({ rows, received }, onTakeBack) => {
    const [first] = rows;
    const count = rows.length;
    notifications.clean();
    if (first === undefined) return;
    if (received) {
      const message = count === 1 ? t('marked', { name: first.title }) : t('all.marked', { count });
      toastUndo(message, t('takeBack'), onTakeBack);
    } else toastDone(count === 1 ? t('takenBack', { name: first.title }) : t('all.takenBack', { count }));
  };
}
