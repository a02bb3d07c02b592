import { useTranslations } from 'use-intl';
import { imports as words } from '../../../shared/i18n/ru/imports.ts';

type PresetWord = Exclude<keyof typeof words.preset, 'known' | 'own' | 'unknown'>;

const known = Object.keys(words.preset) as readonly PresetWord[];

/** The name of a built-in layout in words; its id when there are none, '' without a layout. */
export function usePresetWords(): (presetId: string | null, ownName?: string) => string {
  const t = useTranslations('imports.preset');
  return (presetId, ownName = '') => {
    if (presetId === null) return '';
    if (presetId.startsWith('own:')) return ownName === '' ? t('remembered') : `«${ownName}»`;
    // A version's dot would be a step into the catalogue.
    const word = known.find((one) => one === presetId.replaceAll('.', '-'));
    return word === undefined ? presetId : t(word);
  };
}
