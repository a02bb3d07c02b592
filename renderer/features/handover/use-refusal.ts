import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { HandoverRow } from '../../../shared/contract/credentials.ts';
import { deskQuery } from '../../api.ts';
import { refreshRegistry } from '../../query.ts';
import { useErrorWords } from '../../ui/error-words.ts';
import { toastDone, toastError } from '../../ui/toast.tsx';

/** Notes down that a person refused the slip, or takes the note back. */
export function useRefusal(row: HandoverRow): (refused: boolean) => void {
  const t = useTranslations('handover.menu');
  const words = useErrorWords();
  const refuse = useMutation(
    deskQuery.handover.refuse.mutationOptions({
      onSuccess: (_answer, { refused }) => {
        toastDone(t(refused ? 'refused' : 'refusalTakenBack', { name: row.title }));
        return refreshRegistry();
      },
      onError: (error) => toastError(words(error)),
    }),
  );
  return (refused) => refuse.mutate({ credentialIds: [row.credentialId], refused });
}
