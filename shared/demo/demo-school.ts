import { demoPassphrase } from './demo-passphrase.ts';
import { toPortalCsv } from './portal-export.ts';
import { makeSchool, type RosterSchool, toMesCsv } from './rosters.ts';

/** How the demo school's registry is created. */
export const demoAnswers = {
  schoolName: 'Школа № 1000 (учебная)',
  diarySystemId: 'regional',
  diaryAddress: 'diary.example.org',
  userName: 'Учебная запись',
  passphrase: demoPassphrase,
} as const;

/** Whom the demo school's families ask. */
export const demoSettings = {
  responsiblePerson: 'администратор электронного дневника',
  responsibleRoom: 'кабинет 214',
  responsibleHours: 'пн–пт, 8:00–16:00',
} as const;

export const demoFileName = 'MES_контингент_1000_2026-09-01.csv';

export const demoPortalFileName = 'Портал_1000_2026-09-02.csv';

const demoSchool = (): RosterSchool => makeSchool({ seed: 1000, pupils: 612 });

/** The list of the demo school: 612 synthetic pupils with their families, the same at every start. */
export function demoSchoolCsv(): Uint8Array {
  return toMesCsv(demoSchool());
}

/** What the portal has of the demo school's families: some of it with mistakes, the same at every start. */
export function demoPortalCsv(): Uint8Array {
  return toPortalCsv(demoSchool(), 1001);
}
