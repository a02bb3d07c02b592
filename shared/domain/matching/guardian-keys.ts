import type { ImportedCode, ImportedContact } from '../import-people.ts';
import { addOnce, createMultiMap, type MultiMap, under } from './multi-map.ts';

/** What makes two mentions of a guardian one person wherever they stand: e-mail, sound SNILS, login, identifier. */
export interface GuardianKeys {
  readonly emails: MultiMap;
  readonly snils: MultiMap;
  readonly codes: Readonly<Record<ImportedCode['kind'], MultiMap>>;
}

export function createGuardianKeys(): GuardianKeys {
  const codes = {
    'external-id': createMultiMap(),
    'case-number': createMultiMap(),
    'portal-code': createMultiMap(),
    account: createMultiMap(),
  };
  return { emails: createMultiMap(), snils: createMultiMap(), codes };
}

interface Reachable {
  readonly contacts: readonly (Pick<ImportedContact, 'kind' | 'key'> & { readonly checked: string })[];
  readonly codes: readonly Pick<ImportedCode, 'kind' | 'key'>[];
}

/** Notes a number under every key of a person, once. */
export function addKeys(keys: GuardianKeys, person: Reachable, value: number): void {
  for (const contact of person.contacts) {
    const map = mapOf(keys, contact);
    if (map !== undefined) addOnce(map, contact.key, value);
  }
  for (const { kind, key } of person.codes) addOnce(keys.codes[kind], key, value);
}

/** All numbers under any key of a person, keys in their order; a number may stand there twice. */
export function numbersOf(keys: GuardianKeys, person: Reachable): readonly number[] {
  let found: readonly number[] = [];
  for (const contact of person.contacts) {
    const map = mapOf(keys, contact);
    if (map !== undefined) found = joined(found, under(map, contact.key));
  }
  for (const { kind, key } of person.codes) found = joined(found, under(keys.codes[kind], key));
  return found;
}

function joined(one: readonly number[], other: readonly number[]): readonly number[] {
  if (other.length === 0) return one;
  return one.length === 0 ? other : [...one, ...other];
}

/** Phones are shared by families, and a SNILS with a wrong checksum may stand for «unknown». */
function mapOf(keys: GuardianKeys, { kind, key, checked }: Reachable['contacts'][number]): MultiMap | undefined {
  if (kind === 'email') return key.includes('@') ? keys.emails : undefined;
  return kind === 'snils' && checked !== 'warning' ? keys.snils : undefined;
}
