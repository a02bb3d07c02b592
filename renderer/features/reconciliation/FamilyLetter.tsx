import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { deskQuery } from '../../api.ts';
import { useErrorWords } from '../../ui/error-words.ts';
import { LetterDialog } from '../../ui/LetterDialog.tsx';

interface FamilyLetterProps {
  readonly findingId: number;
  readonly onClose: () => void;
}

/** A ready letter to the family: what to correct where. */
export function FamilyLetter({ findingId, onClose }: FamilyLetterProps) {
  const t = useTranslations('reconciliation');
  const errorWords = useErrorWords();
  const query = useQuery(deskQuery.reconciliation.letter.queryOptions({ input: { findingId } }));
  const failed = query.error === null ? '' : errorWords(query.error).title;
  return (
    <LetterDialog
      title={t('card.letter')}
      to={query.data?.to}
      subject={query.data?.subject ?? ''}
      body={query.data?.body ?? failed}
      onClose={onClose}
    >
      {t('paper.letterText')}
    </LetterDialog>
  );
}
