import { useTranslations } from 'use-intl';
import type { app } from '../../shared/i18n/ru/app.ts';

/** What can be counted in words. */
export type Countable = keyof typeof app.count;

/** A number with its noun in the right form: «21 ученик», «54 логина». */
export function PluralCount({ of, count }: { readonly of: Countable; readonly count: number }) {
  const t = useTranslations('app.count');
  return <>{t(of, { count })}</>;
}
