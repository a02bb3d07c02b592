import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Snapshot, Status } from '../../shared/contract/registry.ts';
import { finishReplacing, isReplacing } from './backups/replace-registry.ts';
import type { DeskContext } from './context.ts';
import { readSettings } from './db/settings.ts';
import { listSnapshots, withoutPlace } from './db/snapshots.ts';
import { keyringOf } from './keyring-of.ts';
import { isRefusedFor, refusing } from './refuse.ts';
import { secondsToWait } from './vault/attempts.ts';

/**
 * Where the desk stands, without reading the registry while it is locked. Refuses with `keyring-missing` or
 * `not-a-registry` when the file cannot be opened by anybody.
 */
export async function deskStatus(context: DeskContext): Promise<Status> {
  const { desk, surroundings } = context;
  const { file, demo } = desk;
  if (await isReplacing(file)) await desk.inTurn(() => refusing(() => finishReplacing(file)));
  const snapshots = (await listSnapshots(file)).map(withoutPlace);
  const recoveryRetryInSeconds = await secondsToWait(file, 'recovery', surroundings.now());
  const place = { fileName: basename(file), folder: dirname(file), demo, recoveryRetryInSeconds, snapshots };
  if (desk.opened()) return { ...place, ...(await openStatus(context)) };
  if (!(await stat(file).catch(() => undefined))) return { ...place, ...missingStatus(snapshots) };
  return { ...place, ...(await lockedStatus(context)) };
}

type Changing = Pick<Status, 'state' | 'users' | 'user' | 'schoolName' | 'damagedLog'>;

async function openStatus({ desk }: DeskContext): Promise<Changing> {
  const registry = desk.opened();
  if (!registry) return { state: 'locked', users: [] };
  const { schoolName } = await readSettings(registry.db);
  const { user, damagedLog } = registry;
  const users = [{ id: user.id, name: user.name, retryInSeconds: 0 }];
  return { state: 'open', users, user, schoolName, ...(damagedLog && { damagedLog }) };
}

/** No file but copies of it: it was lost, and must not quietly be made anew. */
function missingStatus(snapshots: readonly Snapshot[]): Changing {
  return { state: snapshots.length > 0 ? 'damaged' : 'none', users: [] };
}

async function lockedStatus({ desk, surroundings }: DeskContext): Promise<Pick<Status, 'state' | 'users'>> {
  try {
    const { users } = await keyringOf(desk.file);
    const waiting = users.map(async ({ id, name }) => ({
      id,
      name,
      retryInSeconds: await secondsToWait(desk.file, id, surroundings.now()),
    }));
    return { state: desk.damaged ? 'damaged' : 'locked', users: await Promise.all(waiting) };
  } catch (error) {
    if (isRefusedFor(error, 'damaged')) return { state: 'damaged', users: [] };
    throw error;
  }
}
