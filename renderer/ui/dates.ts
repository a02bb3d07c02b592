import type { Language } from '../../shared/contract/base.ts';

const day: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  ru: new Intl.DateTimeFormat('ru-RU', { day: '2-digit', month: '2-digit', year: 'numeric' }),
  en: new Intl.DateTimeFormat('en-GB', { day: '2-digit', month: 'short', year: 'numeric' }),
};

const clock: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  ru: new Intl.DateTimeFormat('ru-RU', { hour: '2-digit', minute: '2-digit' }),
  en: new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }),
};

/** «01.09.2026» from an ISO date or moment, in this computer's time zone. A date without time stays that date everywhere. */
export function showDate(iso: string, language: Language): string {
  return day[language].format(new Date(iso.length === 10 ? `${iso}T12:00:00` : iso));
}

/** «01.09.2026, 10:50» from an ISO moment. */
export function showMoment(iso: string, language: Language): string {
  return `${showDate(iso, language)}, ${clock[language].format(new Date(iso))}`;
}
