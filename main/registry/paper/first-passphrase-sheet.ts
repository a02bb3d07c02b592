import type { Role } from '../../../shared/contract/registry.ts';
import { dottedDate, fill } from '../../../shared/domain/slip-texts.ts';
import { firstPassphraseSheet as english } from '../../../shared/i18n/en/first-passphrase-sheet.ts';
import { states as statesEnglish } from '../../../shared/i18n/en/states.ts';
import { firstPassphraseSheet as russian } from '../../../shared/i18n/ru/first-passphrase-sheet.ts';
import { states as statesRussian } from '../../../shared/i18n/ru/states.ts';
import type { OpenRegistry } from '../context.ts';
import { readSettings } from '../db/settings.ts';
import { drawCodeSheet } from './recovery-sheet.ts';

/** Whom the sheet is for; `validUntil` is a moment. */
export interface FirstPassphraseSheet {
  readonly name: string;
  readonly role: Role;
  readonly passphrase: string;
  readonly validUntil: string;
}

/** The page to hand to a new user: the first passphrase, until when it is accepted, and what to do at the first sign-in. */
export async function drawFirstPassphraseSheet(
  registry: OpenRegistry,
  { name, role, passphrase, validUntil }: FirstPassphraseSheet,
  now: Date,
): Promise<Uint8Array> {
  const { schoolName, language } = await readSettings(registry.db);
  const words = language === 'ru' ? russian : english;
  const roles = (language === 'ru' ? statesRussian : statesEnglish).role;
  const about = [
    fill(words.school, { name: schoolName }),
    fill(words.user, { name, role: roles[role] }),
    fill(words.made, { date: dottedDate(now.toISOString()), until: dottedDate(validUntil) }),
  ];
  return drawCodeSheet(words, about, passphrase, language);
}
