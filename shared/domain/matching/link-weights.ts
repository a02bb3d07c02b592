import { rarities } from './dictionary.ts';
import { at, common } from './int-lists.ts';
import type { Texts } from './link-columns.ts';
import { type Comparing, type Field, fields, levelIn, patternCount } from './link-levels.ts';

/** Of one field: how often each level is seen with one person (`same`) and with two (`other`). */
interface FieldOdds {
  readonly same: readonly number[];
  /** Equal values are weighed by how rare they are, so their share is not used. */
  readonly other: readonly number[];
}

export type Compared = Exclude<Field, 'kind'>;

/** Shares by field, for pupils and for guardians. Levels: unknown, equal, other form, near, differ. */
export type Odds = Readonly<Record<Compared, FieldOdds>>;

/**
 * Shipped shares, used as they are for small files and as the starting point for larger ones. They follow from what
 * schools see: families change phones and addresses often, surnames seldom, birth dates never.
 */
export const shippedOdds: Odds = {
  surname: { same: [0, 0.93, 0.03, 0.01, 0.03], other: [0, 1, 0.003, 0.003, 0.98] },
  firstName: { same: [0, 0.975, 0.02, 0.004, 0.001], other: [0, 1, 0.003, 0.003, 0.95] },
  patronymic: { same: [0, 0.96, 0.03, 0.005, 0.005], other: [0, 1, 0.005, 0.005, 0.95] },
  phone: { same: [0, 0.8, 0.04, 0.04, 0.12], other: [0, 1, 2e-5, 5e-5, 0.999] },
  email: { same: [0, 0.75, 0.04, 0.05, 0.16], other: [0, 1, 2e-5, 1e-4, 0.999] },
  snils: { same: [0, 0.96, 0.001, 0.03, 0.01], other: [0, 1, 1e-6, 1e-6, 0.999] },
  birthDate: { same: [0, 0.98, 0.001, 0.012, 0.007], other: [0, 1, 0.001, 0.01, 0.99] },
  classKey: { same: [0, 0.95, 0.001, 0.001, 0.05], other: [0, 1, 0.001, 0.001, 0.97] },
  code: { same: [0, 0.99, 0.001, 0.001, 0.01], other: [0, 1, 0.001, 0.001, 0.999] },
};

export const comparedFields = fields.filter((field): field is Compared => field !== 'kind');

/** How many people may have one value by chance although nobody else is known to have it. */
const strangers: Readonly<Record<Compared, number>> = {
  ...{ surname: 0.5, firstName: 0.5, patronymic: 0.5, phone: 0.05, email: 0.03, snils: 0.01 },
  ...{ birthDate: 0.5, classKey: 1, code: 0.005 },
};

/** Bits that equal values bring by their rarity, by field and number of the text. */
export type Rarity = Readonly<Record<Compared, Float32Array>>;

/** `own`: 1 for two sides, 2 when a side is compared with itself. */
function rarityOf(texts: Texts, people: number, own: 1 | 2 = 1): Rarity {
  const of = (field: Compared) => rarities(texts[field], people, strangers[field], own);
  return {
    ...{ surname: of('surname'), firstName: of('firstName'), patronymic: of('patronymic'), phone: of('phone') },
    ...{
      email: of('email'),
      snils: of('snils'),
      birthDate: of('birthDate'),
      classKey: of('classKey'),
      code: of('code'),
    },
  };
}

/** Bits of every pattern apart from rarities, worked out once for each. */
export interface PatternWeights {
  readonly weights: Float32Array;
  readonly odds: readonly [Odds, Odds];
}

export function patternWeights(odds: readonly [Odds, Odds]): PatternWeights {
  return { weights: new Float32Array(patternCount).fill(Number.NaN), odds };
}

/** Bits for or against two people being one, from how their fields agree, without the rarity of what is equal. */
export function patternWeight({ weights, odds }: PatternWeights, pattern: number): number {
  const known = at(weights, pattern);
  if (!Number.isNaN(known)) return known;
  const own = odds[levelIn(pattern, 'kind') as 0 | 1];
  const sum = comparedFields.reduce((total, field) => total + levelWeight(own[field], levelIn(pattern, field)), 0);
  weights[pattern] = sum;
  return sum;
}

function levelWeight({ same, other }: FieldOdds, level: number): number {
  return level === 0 ? 0 : Math.log2((same[level] ?? 0) / (other[level] ?? 1));
}

/** What pairs are weighed with. */
export interface Weighing {
  readonly comparing: Comparing;
  readonly weights: PatternWeights;
  readonly rarity: Rarity;
  /** Bits of any pair before it is compared: one of so many people is meant. */
  readonly prior: number;
}

/** Share of the portal's people who are expected to be in the school. */
const expectedShare = 0.9;

/** Weighs as the shipped odds do. */
export function shippedWeighing(comparing: Comparing, share = expectedShare, own: 1 | 2 = 1): Weighing {
  const people = comparing.school.size;
  const prior = Math.log2(share / Math.max(people, 2));
  const weights = patternWeights([shippedOdds, shippedOdds]);
  return { comparing, weights, rarity: rarityOf(comparing.texts, people, own), prior };
}

const equal = 1;

/** Bits that the equal values of a pair bring by their rarity. */
export function rarityBits(comparing: Comparing, rarity: Rarity, p: number, s: number, pattern: number): number {
  const { portal, school } = comparing;
  let bits = 0;
  if (pattern % 5 === equal) bits += at(rarity.surname, at(school.surname, s));
  if (levelIn(pattern, 'firstName') === equal) bits += at(rarity.firstName, at(school.firstName, s));
  if (levelIn(pattern, 'patronymic') === equal) bits += at(rarity.patronymic, at(school.patronymic, s));
  if (levelIn(pattern, 'snils') === equal) bits += at(rarity.snils, at(school.snils, s));
  if (levelIn(pattern, 'birthDate') === equal) bits += at(rarity.birthDate, at(school.birthDate, s));
  if (levelIn(pattern, 'classKey') === equal) bits += at(rarity.classKey, at(school.classKey, s));
  if (levelIn(pattern, 'phone') === equal) bits += at(rarity.phone, common(portal.phones, p, school.phones, s));
  if (levelIn(pattern, 'email') === equal) bits += at(rarity.email, common(portal.emails, p, school.emails, s));
  if (levelIn(pattern, 'code') === equal) bits += at(rarity.code, common(portal.codes, p, school.codes, s));
  return bits;
}
