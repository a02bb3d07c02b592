/** Latin letters, as drawn, and the Cyrillic letters that look the same (both cases). */
const latinToCyrillic = pairs('ABCEHKMOPTXYabcehkmoptxy', 'АВСЕНКМОРТХУавсенкмортху');
const cyrillicToLatin = pairs('АВСЕНКМОРТХУавсенкмортху', 'ABCEHKMOPTXYabcehkmoptxy');

function pairs(from: string, to: string): ReadonlyMap<string, string> {
  return new Map([...from].map((char, index) => [char, to[index] ?? char]));
}

const latin = /[a-z]/i;
const cyrillic = /\p{Script=Cyrillic}/u;
const word = /[\p{L}\p{N}]+/gu;
const invisible = /[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;

/** The text without soft hyphens, zero-width characters and direction marks. */
export function removeInvisible(text: string): string {
  return text.replace(invisible, '');
}

/** The Cyrillic twin of a Latin letter, or undefined when it has none. */
export function cyrillicTwin(char: string): string | undefined {
  return latinToCyrillic.get(char);
}

/** The Latin twin of a Cyrillic letter, or undefined when it has none. */
export function latinTwin(char: string): string | undefined {
  return cyrillicToLatin.get(char);
}

/** True when one text holds both Latin and Cyrillic letters. */
function mixesScripts(text: string): boolean {
  return latin.test(text) && cyrillic.test(text);
}

/**
 * Brings each word of mixed letters to one alphabet: Cyrillic when every Latin letter in it has a Cyrillic twin,
 * Latin when it is the other way round, and unchanged when neither is possible (the idea of UTS #39).
 */
export function unifyScripts(text: string): string {
  return mixesScripts(text) ? text.replace(word, unifyWord) : text;
}

function unifyWord(text: string): string {
  if (!mixesScripts(text)) return text;
  return swapAll(text, latin, latinToCyrillic) ?? swapAll(text, cyrillic, cyrillicToLatin) ?? text;
}

function swapAll(text: string, script: RegExp, twins: ReadonlyMap<string, string>): string | undefined {
  let swapped = '';
  for (const char of text) {
    const twin = script.test(char) ? twins.get(char) : char;
    if (twin === undefined) return undefined;
    swapped += twin;
  }
  return swapped;
}
