import type { Kysely } from 'kysely';
import type { Language } from '../../../shared/contract/base.ts';
import { schoolGivesCode } from '../../../shared/domain/diary-systems/held-back.ts';
import type { TemplateTrial } from '../../../shared/domain/slip-template-checks.ts';
import { chooseDiary } from '../db/diaries.ts';
import { readLogo } from '../db/pictures.ts';
import type { Schema } from '../db/schema.ts';
import { readSettings } from '../db/settings.ts';
import { nextBatchId } from '../db/slips.ts';
import { measure } from './measure.ts';
import { logoAspectOf, slipFrame } from './slip-frame.ts';
import { paperWords } from './words.ts';

/** The school's own paper, to try a template on: its names, diary, logo and words in the slips' language. */
export async function templateTrial(db: Kysely<Schema>, asked?: Language): Promise<TemplateTrial> {
  const settings = await readSettings(db);
  const { system, address } = await chooseDiary(db, settings, { kind: 'school' });
  const language = asked ?? settings.slipLanguage;
  const logoAspect = logoAspectOf((await readLogo(db))?.bytes);
  const frame = slipFrame({ settings, system, address, language, logoAspect, batch: await nextBatchId(db) });
  return { frame, words: paperWords(language), measure, givesCode: schoolGivesCode(system) };
}
