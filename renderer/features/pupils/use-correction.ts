import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Correction, PupilCard } from '../../../shared/contract/pupils.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import { desk } from '../../api.ts';
import { refreshRegistry } from '../../query.ts';
import { useErrorWords } from '../../ui/error-words.ts';
import { toastDone, toastError, toastUndo } from '../../ui/toast.tsx';
import { type Person, type PupilPlace, reverseOf } from './person-draft.ts';

interface Edited {
  readonly card: PupilCard;
  readonly person: Person;
  readonly place: PupilPlace | undefined;
}

/** Saves what was typed by hand and offers to take it back. */
export function useCorrection(edited: Edited, onDone: () => void): UseMutationResult<void, Error, Correction> {
  const t = useTranslations('pupils.edit');
  const errorWords = useErrorWords();
  const undo = async (reverse: Correction) => {
    try {
      await desk.pupils.correct(reverse);
      toastDone(t('undone'));
    } catch (error) {
      toastError(errorWords(error));
    }
    await refreshRegistry();
  };
  return useMutation({
    mutationFn: async (correction: Correction) => {
      await desk.pupils.correct(correction);
      const now = await desk.pupils.card({ pupilId: edited.card.person.id });
      const after = personOf(now, edited.person.id);
      const words = t('saved', { name: formatFullName(after.name) });
      toastUndo(words, t('undo'), () => void undo(reverseOf(edited.person, edited.place, after, correction)));
    },
    onSuccess: () => {
      onDone();
      return refreshRegistry();
    },
  });
}

function personOf(card: PupilCard, personId: number): Person {
  return card.guardians.find(({ person }) => person.id === personId)?.person ?? card.person;
}
