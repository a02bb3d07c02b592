import type { Language } from '../../../shared/contract/base.ts';
import type { DeskContext, OpenRegistry } from '../context.ts';
import { dayOf } from '../day-of.ts';
import { readSettings } from '../db/settings.ts';

/** Words, language, school and day of a paper. */
export interface PaperFrame<Words> {
  readonly language: Language;
  readonly words: Words;
  readonly schoolName: string;
  /** ISO 8601. */
  readonly today: string;
}

/** The frame of a paper in the chosen language; in the slips' language when none is chosen. */
export async function paperFrame<Words>(
  { registry, surroundings }: Pick<DeskContext, 'surroundings'> & { readonly registry: OpenRegistry },
  chosen: Language | undefined,
  words: Readonly<Record<Language, Words>>,
): Promise<PaperFrame<Words>> {
  const { slipLanguage, schoolName } = await readSettings(registry.db);
  const language = chosen ?? slipLanguage;
  return { language, words: words[language], schoolName, today: dayOf(surroundings.now()) };
}
