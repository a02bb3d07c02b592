import type { z } from 'zod';
import type { Decision } from '../../../shared/contract/import-plan.ts';
import type { ImportPreview, importsContract } from '../../../shared/contract/imports.ts';
import type { ImportedPeople } from '../../../shared/domain/import-people.ts';
import type { ImportPlan } from '../../../shared/domain/import-planned.ts';
import type { KnownPeople } from '../../../shared/domain/matching/known-people.ts';
import type { OpenRegistry } from '../context.ts';

export type PreviewInput = z.infer<NonNullable<(typeof importsContract.preview)['~orpc']['inputSchema']>>;

/** A plan that a person looks at: kept in memory, never on the disk. */
export interface KeptPreview {
  readonly preview: ImportPreview;
  /** What was asked for, to read the file again. */
  readonly input: PreviewInput;
  readonly decisions: readonly Decision[];
  readonly file: ImportedPeople;
  readonly planned: Planned;
  readonly source: PreviewSource;
  /** It has been written: only its failed rows are of use now. */
  readonly applied: boolean;
}

/** A plan with the registry it was made for. */
export interface Planned {
  readonly plan: ImportPlan;
  readonly people: KnownPeople;
  /** Rows that this connection had written until then: as long as it stays, so does the plan. */
  readonly writtenRows: number;
}

/** Where the rows came from. */
export interface PreviewSource {
  readonly fileSha256: string;
  readonly fileSizeBytes: number;
  readonly headerFingerprint: string;
  /** Chosen or corrected by a person, so worth remembering for the next file with these titles. */
  readonly mappedByHand: boolean;
  /** Reading, columns and class as one text: part of the plan's hash. */
  readonly choices: string;
}

/** A person goes back and forth between a few readings of one file; older plans go. */
const keptAtOnce = 2;

/** Previews live as long as the open registry does: locking forgets them with it. */
const kept = new WeakMap<OpenRegistry, Map<string, KeptPreview>>();

/** Makes room before a new plan is made, so that two large ones are never in memory with a third on the way. */
export function makeRoomForPreview(registry: OpenRegistry): void {
  const previews = kept.get(registry);
  if (previews === undefined) return;
  for (const [id, { applied }] of previews) if (applied) previews.delete(id);
  for (const id of [...previews.keys()].slice(0, -(keptAtOnce - 1))) previews.delete(id);
}

export function keepPreview(registry: OpenRegistry, preview: KeptPreview): void {
  const previews = kept.get(registry) ?? new Map<string, KeptPreview>();
  kept.set(registry, previews);
  previews.delete(preview.preview.previewId);
  previews.set(preview.preview.previewId, preview);
}

export function findPreview(registry: OpenRegistry, previewId: string): KeptPreview | undefined {
  return kept.get(registry)?.get(previewId);
}

/** Nobody can apply it again, and everything but the failed rows is let go. */
export function markApplied(registry: OpenRegistry, previewId: string): void {
  const preview = kept.get(registry)?.get(previewId);
  if (preview === undefined) return;
  const { planned, file } = preview;
  const rows = planned.plan.rows.filter(({ pile }) => pile === 'refused' || pile === 'ambiguous');
  const people = { ...planned.people, pupils: new Map(), guardians: new Map(), staff: new Map() };
  const plan = { ...planned.plan, rows, guardians: [], missing: [] };
  keepPreview(registry, {
    ...preview,
    file: { ...file, rows: [] },
    planned: { ...planned, people, plan },
    applied: true,
  });
}
