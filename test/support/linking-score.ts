import type { LinkingTruth } from './linking-truth.ts';

/** A link as any method makes it. */
export interface ScoredLink {
  readonly portal: number;
  readonly personId: number;
  readonly score: number;
}

export interface Quality {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** How good a set of links is. */
export function qualityOf({ personIds }: LinkingTruth, links: readonly ScoredLink[]): Quality {
  const right = links.filter(({ portal, personId }) => personIds[portal] === personId).length;
  const all = personIds.filter((id) => id !== undefined).length;
  const precision = links.length === 0 ? 1 : right / links.length;
  const recall = all === 0 ? 1 : right / all;
  return { precision, recall, f1: (2 * precision * recall) / Math.max(precision + recall, 1e-9) };
}

/** The quality at the score that gives the best F1, and the recall at a precision of at least `least`. */
export function bestQuality(truth: LinkingTruth, links: readonly ScoredLink[], least = 0.9995) {
  const sorted = [...links].sort((one, other) => other.score - one.score);
  const all = truth.personIds.filter((id) => id !== undefined).length;
  let [right, recallAtPrecision] = [0, 0];
  let best: Quality & { readonly score: number } = { precision: 1, recall: 0, f1: 0, score: 1 };
  for (const [at, { portal, personId, score }] of sorted.entries()) {
    if (truth.personIds[portal] === personId) right += 1;
    if (sorted[at + 1]?.score === score) continue;
    const [precision, recall] = [right / (at + 1), right / all];
    const f1 = (2 * precision * recall) / Math.max(precision + recall, 1e-9);
    if (f1 > best.f1) best = { precision, recall, f1, score };
    if (precision >= least) recallAtPrecision = recall;
  }
  return { best, recallAtPrecision };
}

/** Share of people found, by what was done to their records: `corruption, people, linked`. */
export function recallByCorruption(truth: LinkingTruth, links: readonly ScoredLink[]) {
  const linked = new Map(links.map(({ portal, personId }) => [portal, personId]));
  const found = new Map<string, { people: number; linked: number; wrong: number }>();
  for (const [at, names] of truth.corruptions.entries()) {
    for (const name of names.length === 0 ? ['nothing'] : names) {
      const row = found.get(name) ?? { people: 0, linked: 0, wrong: 0 };
      row.people += 1;
      if (linked.has(at) && linked.get(at) !== truth.personIds[at]) row.wrong += 1;
      else if (linked.has(at)) row.linked += 1;
      found.set(name, row);
    }
  }
  return [...found].map(([corruption, row]) => ({ corruption, ...row, recall: row.linked / row.people }));
}
