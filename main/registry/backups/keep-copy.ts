import { isCopyDue } from '../../../shared/domain/snapshot-rotation.ts';
import type { DeskContext, OpenRegistry } from '../context.ts';
import { auditAnchor } from '../db/audit.ts';
import { listSnapshots, type SnapshotFile, type SnapshotReason, takeSnapshot } from '../db/snapshots.ts';
import { copyAway } from './copy-away.ts';

/** A verified copy beside the registry and, where there is a second folder, another one there. */
export async function keepCopy(
  registry: OpenRegistry,
  reason: SnapshotReason,
  now: Date,
): Promise<{ snapshot: SnapshotFile; isAway: boolean }> {
  const snapshot = await takeSnapshot(registry.database, reason, now);
  return { snapshot, isAway: await copyAway(registry, snapshot) };
}

/** Makes the hour's copy when it is time. It must not keep anybody from work: trouble is told by the page of copies. */
export async function keepHourlyCopy({ desk, surroundings }: DeskContext): Promise<void> {
  await desk.inTurn(async () => {
    const registry = desk.opened();
    if (!registry) return;
    const now = surroundings.now();
    const [newest] = await listSnapshots(registry.file);
    if (!isCopyDue(newest, await auditAnchor(registry.db), now)) return;
    await keepCopy(registry, 'hourly', now).catch(() => undefined);
  });
}
