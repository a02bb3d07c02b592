import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Scope } from '../../../shared/contract/base.ts';
import { deskQuery } from '../../api.ts';
import { useErrorWords } from '../../ui/error-words.ts';
import { LetterDialog } from '../../ui/LetterDialog.tsx';

interface SupportLetterProps {
  readonly scope: Scope;
  readonly onClose: () => void;
}

/** The ready letter to the vendor's support that asks for the missing codes. */
export function SupportLetter({ scope, onClose }: SupportLetterProps) {
  const t = useTranslations('codes.letter');
  const errorWords = useErrorWords();
  const query = useQuery(deskQuery.codes.supportRequest.queryOptions({ input: { scope }, staleTime: 0, gcTime: 0 }));
  if (query.error !== null) {
    const words = errorWords(query.error);
    return (
      <LetterDialog title={words.title} subject="" body={`${words.kept} ${words.next}`} onClose={onClose}>
        {t('none')}
      </LetterDialog>
    );
  }
  if (query.data === undefined) return null;
  const { subject, text, pupils } = query.data;
  return (
    <LetterDialog title={t('title', { count: pupils })} subject={subject} body={text} onClose={onClose}>
      {t('text')}
    </LetterDialog>
  );
}
