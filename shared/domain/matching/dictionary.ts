/** Numbers for texts of one kind, the same on both sides: 0 is no text. Counts tell how many people have each. */
export interface Dictionary {
  readonly numbers: Map<string, number>;
  readonly texts: string[];
  /** How many people of the school, and of the portal, have the text. */
  readonly counts: readonly [number[], number[]];
}

export function createDictionary(): Dictionary {
  return { numbers: new Map([['', 0]]), texts: [''], counts: [[0], [0]] };
}

/** The number of a text, a new one for a new text, and one more person of the side who has it. */
export function numberOf(dictionary: Dictionary, text: string, side: 0 | 1): number {
  const { numbers, texts, counts } = dictionary;
  const known = numbers.get(text);
  if (known === undefined) return addText(dictionary, text, side);
  counts[side][known] = (counts[side][known] ?? 0) + 1;
  return texts[known] === '' ? 0 : known;
}

/** The number of a text that nobody needs to have. */
export function placeOf(dictionary: Dictionary, text: string): number {
  const known = dictionary.numbers.get(text);
  if (known !== undefined) return known;
  const number = addText(dictionary, text, 0);
  dictionary.counts[0][number] = 0;
  return number;
}

function addText({ numbers, texts, counts }: Dictionary, text: string, side: 0 | 1): number {
  const number = texts.push(text) - 1;
  numbers.set(text, number);
  counts[0].push(side === 0 ? 1 : 0);
  counts[1].push(side === 1 ? 1 : 0);
  return number;
}

/** How many people of the school have a text; 0 for one that nobody there has. */
export function schoolCount({ numbers, counts }: Dictionary, text: string): number {
  return counts[0][numbers.get(text) ?? 0] ?? 0;
}

/**
 * How much it says that two people have the same text, as log2: rare texts say more. `strangers` is how many people may
 * have a text by chance that nobody else is known to have; `own` counts the people who are compared themselves.
 */
export function rarities({ texts, counts }: Dictionary, people: number, strangers: number, own = 1): Float32Array {
  const bits = new Float32Array(texts.length);
  for (let number = 1; number < bits.length; number += 1) {
    const others = Math.max(counts[0][number] ?? 0, counts[1][number] ?? 0) - own;
    bits[number] = Math.log2(Math.max(people, 20) / (Math.max(others, 0) + strangers));
  }
  return bits;
}
