import { IconPencil } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { useFieldWord, useOriginWords } from '../../ui/field-words.ts';
import styles from './PupilCard.module.css';
import type { Person } from './person-draft.ts';

/** Where each value comes from, unfolded on demand: a file and its day, or a hand. */
export function CardOrigins({ origins }: { readonly origins: Person['origins'] }) {
  const t = useTranslations('pupils.card');
  const word = useFieldWord();
  const words = useOriginWords();
  if (origins.length === 0) return null;
  return (
    <details className={styles.origins}>
      <summary>{t('origins')}</summary>
      <dl>
        {origins.map(({ field, origin }) => (
          <div key={field}>
            <dt>{word(field)}</dt>
            <dd>
              {origin.kind === 'hand' ? <IconPencil size={13} aria-hidden /> : null}
              {words(origin)}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Says on hover where a field's value comes from; undefined when that is not known. */
export function useOriginOf(origins: Person['origins']): (field: string) => string | undefined {
  const words = useOriginWords();
  return (field) => {
    const found = origins.find((one) => one.field === field);
    return found === undefined ? undefined : words(found.origin);
  };
}
