import { belgorod } from './belgorod.ts';
import { mesContingent } from './mes-contingent.ts';
import { oezhd } from './oezhd.ts';
import type { Preset } from './preset.ts';

/** Every built-in layout, the more telling ones first. */
export const PRESETS: readonly Preset[] = [mesContingent, oezhd, belgorod];

/** The layout that a header row belongs to. */
export function recognisePreset(header: readonly string[]): Preset | undefined {
  return PRESETS.find((preset) => preset.recognises(header));
}
