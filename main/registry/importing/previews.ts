import type { ImportPreview } from '../../../shared/contract/imports.ts';
import type { ImportedPeople } from '../../../shared/domain/import-people.ts';
import type { ImportPlan } from '../../../shared/domain/import-planned.ts';
import type { OpenRegistry } from '../context.ts';

/** A plan that a person looks at: kept in memory, never on the disk. */
export interface KeptPreview {
  readonly preview: ImportPreview;
  readonly file: ImportedPeople;
  readonly plan: ImportPlan;
  readonly source: PreviewSource;
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
const keptAtOnce = 3;

/** Previews live as long as the open registry does: locking forgets them with it. */
const kept = new WeakMap<OpenRegistry, Map<string, KeptPreview>>();

export function keepPreview(registry: OpenRegistry, preview: KeptPreview): void {
  const previews = kept.get(registry) ?? new Map<string, KeptPreview>();
  kept.set(registry, previews);
  previews.set(preview.preview.previewId, preview);
  for (const id of [...previews.keys()].slice(0, -keptAtOnce)) previews.delete(id);
}

export function findPreview(registry: OpenRegistry, previewId: string): KeptPreview | undefined {
  return kept.get(registry)?.get(previewId);
}

export function forgetPreview(registry: OpenRegistry, previewId: string): void {
  kept.get(registry)?.delete(previewId);
}
