import type { ClassProgress, Today } from '../../../shared/contract/overview.ts';
import type { PupilGroup } from '../../../shared/contract/pupils.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { daysAfter } from '../../../shared/domain/expiry.ts';
import { mayCall } from '../../../shared/domain/permissions.ts';
import type { OpenRegistry } from '../context.ts';
import { dayOf } from '../day-of.ts';
import { currentAcademicYear } from '../db/academic-years.ts';
import { countApplications } from '../db/applications.ts';
import { classProgress } from '../db/class-progress.ts';
import { countGaps } from '../db/contact-gaps.ts';
import { findDiary } from '../db/diaries.ts';
import { type ClassReach, withinReach } from '../db/findings.ts';
import { countPupils } from '../db/pupil-rows.ts';
import { listRuns } from '../db/reconciliation.ts';
import { countStates, standings } from '../db/reconciliation-overview.ts';
import { readSettings } from '../db/settings.ts';
import { listSnapshots } from '../db/snapshots.ts';
import { reachOf } from '../reach.ts';

/** A copy older than this asks for a new one. */
const backupDays = 7;

/** What waits, and how far the classes have come, as far as the signed-in person may look. */
export async function overviewToday(registry: OpenRegistry, now: Date) {
  const { db } = registry;
  const settings = await readSettings(db);
  const reach = await reachOf(registry);
  const run = (await listRuns(db))[0]?.id;
  const classes = await progressOf(registry, settings, reach, run);
  return { today: await waiting(registry, now, { settings, reach, run, whole: classes[0] }), classes };
}

interface Known {
  readonly settings: Settings;
  readonly reach: ClassReach;
  /** The latest reconciliation. */
  readonly run: number | undefined;
  /** All classes together. */
  readonly whole: ClassProgress | undefined;
}

async function waiting(registry: OpenRegistry, now: Date, { settings, reach, run, whole }: Known): Promise<Today> {
  const { db, user } = registry;
  const today = dayOf(now);
  const counts = await countApplications(db, { filter: { show: 'open' }, today, reach });
  const gaps = await countGaps(db, { required: settings.requiredContacts, reach });
  const states = run === undefined ? undefined : await countStates(db, run, withinReach(reach));
  const inGroup = (group: PupilGroup) => countPupils(db, { group, reach, today }, settings.diarySystemId);
  const mayOffice = mayCall('applications.due', user.role);
  return {
    applications: mayOffice ? { overdue: counts.overdue, today: counts.today } : null,
    findings: mayCall('reconciliation.findings', user.role) ? (states?.open ?? null) : null,
    codes: whole === undefined || whole.codes === null ? null : whole.pupils - whole.codes,
    contacts: mayCall('contacts.gaps', user.role) ? gaps.reduce((sum, { lacking }) => sum + lacking, 0) : null,
    expiring: await inGroup('expiring'),
    toCheck: await inGroup('to-check'),
    backup: mayCall('backups.list', user.role) ? await lastBackup(registry, today) : null,
  };
}

async function lastBackup({ file }: OpenRegistry, today: string): Promise<NonNullable<Today['backup']>> {
  const takenAt = (await listSnapshots(file))[0]?.takenAt ?? null;
  return { takenAt, old: takenAt === null || takenAt.slice(0, 10) < daysAfter(today, -backupDays) };
}

/** All classes together first. */
async function progressOf({ db }: OpenRegistry, settings: Settings, reach: ClassReach, run: number | undefined) {
  const { id } = await currentAcademicYear(db);
  const rows = await classProgress(db, id, settings.diarySystemId, reach);
  const hasCodes = (await findDiary(db, settings.diarySystemId))?.codeFormat !== undefined;
  const standing = run === undefined ? undefined : await standings(db, run, reach);
  const all = standing === undefined ? [] : [standing.school, ...standing.classes];
  const matched = new Map(all.map((one) => [one.classId, one.matched]));
  return rows
    .map(
      (row): ClassProgress => ({
        ...row,
        codes: hasCodes ? row.codes : null,
        matched: standing === undefined ? null : (matched.get(row.classId) ?? 0),
      }),
    )
    .sort((one, other) => (one.classId ?? 0) - (other.classId ?? 0));
}
