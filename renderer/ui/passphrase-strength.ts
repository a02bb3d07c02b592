/** The least length of a passphrase (NIST SP 800-63B-4, a single factor). */
export const LEAST_PASSPHRASE = 15;

/** How a passphrase looks by its length alone; the registry process also refuses common ones. */
export type Strength = 'weak' | 'fair' | 'strong';

const STRONG_LENGTH = 24;
const STRONG_DIFFERENT = 10;

/** Length is what counts; repeating a few letters does not make a phrase strong. */
export function strengthOf(passphrase: string): Strength {
  const length = [...passphrase].length;
  if (length < LEAST_PASSPHRASE) return 'weak';
  const different = new Set(passphrase.toLocaleLowerCase()).size;
  return length >= STRONG_LENGTH && different >= STRONG_DIFFERENT ? 'strong' : 'fair';
}

/** Which alphabet the letters are from: a wrong keyboard layout is the usual reason of a refused phrase. */
export type Script = 'cyrillic' | 'latin' | 'mixed' | 'none';

/** The alphabet of the letters typed. */
export function scriptOf(text: string): Script {
  const cyrillic = /\p{Script=Cyrillic}/u.test(text);
  const latin = /\p{Script=Latin}/u.test(text);
  if (cyrillic && latin) return 'mixed';
  if (cyrillic) return 'cyrillic';
  return latin ? 'latin' : 'none';
}
