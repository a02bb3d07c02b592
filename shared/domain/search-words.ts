import { foldSearch } from './search-key.ts';

/** One word that must be found, in any of its spellings; all are folded. */
export interface SearchWord {
  readonly spellings: readonly string[];
}

const separators = /[\s|]+/;
const inName = /[-'’]+/;
const phoneLike = /^[\d\s()+\u2010-\u2015-]+$/;

/**
 * Takes a query apart into words that all must be found. Digits typed with spaces, brackets or hyphens are one number
 * («926 123»), and a leading 8 may stand for 7; parts of a double surname are words of their own.
 */
export function searchWords(query: string): SearchWord[] {
  const folded = foldSearch(query);
  const words: SearchWord[] = [];
  for (const part of joinNumbers(folded)) {
    if (phoneLike.test(part)) words.push({ spellings: numberSpellings(part) });
    else for (const word of part.split(inName)) if (word !== '') words.push({ spellings: [word] });
  }
  return words.filter(({ spellings }) => spellings.length > 0);
}

/** Words, with neighbouring pieces of a number kept together. */
function joinNumbers(folded: string): string[] {
  const parts: string[] = [];
  for (const word of folded.split(separators)) {
    const last = parts.at(-1);
    if (last !== undefined && phoneLike.test(last) && phoneLike.test(word)) parts[parts.length - 1] = `${last} ${word}`;
    else if (word !== '') parts.push(word);
  }
  return parts;
}

function numberSpellings(part: string): string[] {
  const digits = part.replace(/\D+/g, '');
  if (digits === '') return [];
  const spellings = new Set([digits, part.trim()].filter((text) => /^[\d-]+$/.test(text)));
  if (digits.startsWith('8') && digits.length >= 4) spellings.add(`7${digits.slice(1)}`);
  return [...spellings];
}
