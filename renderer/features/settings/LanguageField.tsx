import { useTranslations } from 'use-intl';
import { ChoiceField } from './ChoiceField.tsx';

/** Russian or English, of the window or of slips. */
export function LanguageField({ name }: { readonly name: 'language' | 'slipLanguage' }) {
  const language = useTranslations('app.language');
  return (
    <ChoiceField name={name} choices={(['ru', 'en'] as const).map((value) => ({ value, label: language(value) }))} />
  );
}
