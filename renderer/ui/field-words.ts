import { useTranslations } from 'use-intl';
import type { Origin } from '../../shared/contract/import-plan.ts';
import { fields } from '../../shared/i18n/ru/fields.ts';
import { showDate } from './dates.ts';
import { useLanguage } from './language.tsx';

type ChangeField = keyof typeof fields.change;

const known = Object.keys(fields.change) as readonly ChangeField[];

/** Names a field of a person: `birthDate` is «Дата рождения». A field without words keeps its name. */
export function useFieldWord(): (field: string) => string {
  const t = useTranslations('fields.change');
  return (field) => {
    const word = known.find((one) => one === field);
    return word === undefined ? field : t(word);
  };
}

const states = ['active', 'to-check', 'left'] as const;
const relations = ['mother', 'father', 'guardian', 'trustee', 'other'] as const;
const sexes = ['male', 'female'] as const;

/** Shows a value as people write it: dates in the page's language; states, relations and sex in words. */
export function useShownValue(field: string): (value: string) => string {
  const t = useTranslations('states');
  const { language } = useLanguage();
  return (value) => {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return showDate(value, language);
    const state = field === 'status' ? states.find((one) => one === value) : undefined;
    const relation = field === 'relation' ? relations.find((one) => one === value) : undefined;
    const sex = field === 'sex' ? sexes.find((one) => one === value) : undefined;
    if (state !== undefined) return t(`person.${state}`);
    if (relation !== undefined) return t(`relation.${relation}`);
    return sex === undefined ? value : t(`sex.${sex}`);
  };
}

/** Says where a value comes from: «из файла «5А.xlsx», 01.09.2026» or «вручную, 01.09.2026». */
export function useOriginWords(): (origin: Origin) => string {
  const t = useTranslations('states.origin');
  const { language } = useLanguage();
  return (origin) => {
    const date = showDate(origin.at, language);
    if (origin.kind === 'import') return t('import', { file: origin.fileName, date });
    return origin.who === '' ? t('hand', { date }) : t('handBy', { date, who: origin.who });
  };
}
