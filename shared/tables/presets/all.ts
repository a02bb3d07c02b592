import { aisContingent } from './ais-contingent.ts';
import { belgorod } from './belgorod.ts';
import { appleStaff, appleStudents, googleUsers } from './directory-users.ts';
import { issuedLogins } from './issued-logins.ts';
import { mealsCard, mealsComparison } from './meals.ts';
import { mesContingent } from './mes-contingent.ts';
import { mesRecords } from './mes-records.ts';
import { oezhd } from './oezhd.ts';
import { oneRosterUsers } from './one-roster-users.ts';
import type { Preset } from './preset.ts';
import { shortList } from './short-list.ts';
import { staffList } from './staff-list.ts';

/** Every built-in layout, the more telling ones first. */
export const PRESETS: readonly Preset[] = [
  aisContingent,
  mesContingent,
  mesRecords,
  oezhd,
  mealsComparison,
  mealsCard,
  belgorod,
  oneRosterUsers,
  googleUsers,
  appleStudents,
  appleStaff,
  issuedLogins,
  staffList,
  shortList,
];

/** The layout that a header row, or without one the first rows, belongs to. */
export function recognisePreset(
  header: readonly string[],
  rows: readonly (readonly string[])[] = [],
): Preset | undefined {
  return PRESETS.find((preset) => preset.recognises(header, rows));
}
