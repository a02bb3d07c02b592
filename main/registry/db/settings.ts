import type { Kysely } from 'kysely';
import { type Settings, settingsSchema } from '../../../shared/contract/settings.ts';
import { usualYearStart } from '../../../shared/domain/academic-year.ts';
import type { Schema } from './schema.ts';

/** What a new registry starts with, beside what was answered when it was made. */
export const firstSettings: Omit<
  Settings,
  'schoolName' | 'diarySystemId' | 'diaryAddress' | 'language' | 'slipLanguage'
> = {
  responsiblePerson: '',
  responsibleRoom: '',
  responsibleHours: '',
  loginScheme: { kind: 'transliterated', standard: 'icao-9303', pattern: 'surname-initials' },
  passwords: {
    pupil: { kind: 'random', length: 10 },
    guardian: { kind: 'random', length: 10 },
    youngest: { kind: 'random', length: 10 },
    youngestUpToGrade: 0,
  },
  validity: 'academic-year',
  validityDays: 365,
  purgeAfterDays: 60,
  codeNeedsApplication: true,
  applicationTerm: { days: 3, unit: 'working' },
  ownDays: { off: [], worked: [] },
  yearStartsOn: usualYearStart,
  leavers: { graceDays: 30, archiveDays: 90, purgeDays: 1095, logins: 'grace' },
  requiredContacts: { pupil: [], guardian: ['phone', 'email'] },
  browserHint: true,
  slipQr: true,
  exportLayout: {
    file: 'xlsx',
    delimiter: ';',
    withHeader: true,
    columns: [
      { field: 'full-name', title: 'ФИО' },
      { field: 'class', title: 'Класс' },
      { field: 'login', title: 'Логин' },
      { field: 'password', title: 'Пароль' },
    ],
  },
  autoLockMinutes: 5,
  confirmMinutes: 5,
  passwordsShown: true,
};

/** All settings, as they first stood where a file from an earlier version has none; throws ZodError on anything else. */
export async function readSettings(db: Kysely<Schema>): Promise<Settings> {
  // The second folder for copies is no setting that a page may send: a person chooses it in a dialog of the system.
  const rows = await db.selectFrom('setting').select(['key', 'value']).where('key', '!=', 'awayFolder').execute();
  const kept = Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value)]));
  return settingsSchema.parse({ ...firstSettings, ...kept });
}

/** Some of the settings, as a form sends what was changed. */
export type SettingsChange = { readonly [Key in keyof Settings]?: Settings[Key] | undefined };

/** Writes the given settings, one row each; the others stay. */
export async function writeSettings(db: Kysely<Schema>, settings: SettingsChange): Promise<void> {
  for (const [key, value] of Object.entries(settings)) {
    if (value === undefined) continue;
    const row = { key, value: JSON.stringify(value) };
    await db
      .insertInto('setting')
      .values(row)
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: row.value }))
      .execute();
  }
}
