import { foldName } from './person-name.ts';
import type { Sex } from './sex.ts';

/** Who a guardian is to the pupil; `trustee` is «попечитель» (from 14 years), `guardian` «опекун» (before). */
export type Relation = 'mother' | 'father' | 'guardian' | 'trustee' | 'other';

/** Parts of the guardians that a school prints slips for one after the other. */
export const guardianGroups = ['mothers', 'fathers', 'others'] as const;
export type GuardianGroup = (typeof guardianGroups)[number];

/** The part a guardian belongs to: neither mother nor father is `others`. */
export function guardianGroupOf(relation: Relation): GuardianGroup {
  if (relation === 'mother') return 'mothers';
  return relation === 'father' ? 'fathers' : 'others';
}

const words: ReadonlyMap<string, Relation> = new Map([
  ...list(
    'mother',
    'мать,мама,мамочка,маме,мамы,матери,приемная мать,приемная мама,усыновительница,удочерительница,mother,mom',
  ),
  ...list('father', 'отец,папа,папе,отцу,отца,папы,приемный отец,приемный папа,father,dad'),
  ...list('guardian', 'опекун,опекунша,опека,опекуна,приемный родитель,guardian'),
  ...list('trustee', 'попечитель,попечительница,попечителя,trustee'),
  ...list(
    'other',
    'законный представитель,представитель,родитель,усыновитель,удочеритель,иное,иной,другое,другой,прочее,родственник,родственница,' +
      'бабушка,дедушка,баба,дед,брат,сестра,тетя,дядя,отчим,мачеха,няня,доверенное лицо,parent,legal representative,other',
  ),
]);

const parents = new Set(['родитель', 'усыновитель', 'удочеритель', 'parent']);

function list(relation: Relation, spellings: string): (readonly [string, Relation])[] {
  return spellings.split(',').map((spelling) => [spelling, relation] as const);
}

/**
 * A relation as files and cells write it («мама», «Опекун», «законный представитель»); undefined when it is none of the
 * known words. «Родитель» is a mother or a father when the sex is known, otherwise `other`.
 */
export function parseRelation(text: string, sex?: Sex): Relation | undefined {
  const folded = foldName(text.replace(/[.():]/g, ' '));
  if (parents.has(folded) && sex !== undefined) return sex === 'female' ? 'mother' : 'father';
  return words.get(folded);
}

/** Mother or father, when the title of a guardian's column names one of them («ФИО матери»); no other word says as much. */
export function relationOfTitle(title: string): 'mother' | 'father' | undefined {
  const named = new Set(title.split(/[^\p{L}]+/u).map((word) => parseRelation(word)));
  if (named.has('mother') === named.has('father')) return undefined;
  return named.has('mother') ? 'mother' : 'father';
}

/** True when the relation itself makes a person the pupil's legal representative (Family Code, articles 64 and 145). */
export function isLegalRelation(relation: Relation): boolean {
  return relation !== 'other';
}
