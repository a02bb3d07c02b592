import { foldTitle } from './header-words.ts';

const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/**
 * Sixteen hexadecimal digits that are the same for the same titles in the same order, whatever their case, spaces,
 * quotes and empty columns at the end. A mapping made by hand is remembered under it, without keeping the titles, which
 * could be somebody's data when the header row was taken wrongly. FNV-1a, 64 bits.
 */
export function headerFingerprint(header: readonly string[]): string {
  const titles = header.map(foldTitle).join('\n').replace(/\n+$/, '');
  let hash = OFFSET;
  for (const byte of new TextEncoder().encode(titles)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  return hash.toString(16).padStart(16, '0');
}
