import type { ImportedCode, ImportedContact } from './import-people.ts';
import type { KnownCode, KnownContact } from './matching/known-people.ts';

/** Contacts that come and contacts that end. */
export interface ContactEdits {
  readonly addContacts: readonly ImportedContact[];
  readonly closeContacts: readonly KnownContact[];
}

/** Codes that come and codes that get another value. */
export interface CodeEdits {
  readonly addCodes: readonly ImportedCode[];
  readonly changeCodes: readonly { readonly from: KnownCode; readonly to: ImportedCode }[];
}

const unchangedContacts: ContactEdits = { addContacts: [], closeContacts: [] };
const unchangedCodes: CodeEdits = { addCodes: [], changeCodes: [] };

type Kinded = { readonly kind: string; readonly key: string; readonly source?: 'portal' };

/** Phones of the school and of the portal are different things. */
function isOfKind(one: Kinded, other: Kinded): boolean {
  return one.kind === other.kind && one.source === other.source;
}

function has(list: readonly Kinded[], item: Kinded): boolean {
  for (const other of list) if (other.key === item.key && isOfKind(other, item)) return true;
  return false;
}

/** A cell that repeats a known value adds to it; one with other values only replaces what was known. */
export function contactEdits(known: readonly KnownContact[], given: readonly ImportedContact[]): ContactEdits {
  if (given.every((contact) => has(known, contact))) return unchangedContacts;
  const added = given.filter((contact) => !has(known, contact));
  const replacing = added.filter((contact) => !confirmsOne(contact, known, given));
  const closeContacts = known.filter((contact) => replacing.some((other) => isOfKind(other, contact)));
  return { addContacts: added, closeContacts };
}

function confirmsOne(kind: Kinded, known: readonly KnownContact[], given: readonly ImportedContact[]): boolean {
  return known.some((contact) => isOfKind(contact, kind) && has(given, contact));
}

/** A person has one code of a kind in one system, so another value replaces it. */
export function codeEdits(known: readonly KnownCode[], given: readonly ImportedCode[]): CodeEdits {
  if (given.every((code) => has(known, code))) return unchangedCodes;
  const fresh = given.filter((code) => !has(known, code));
  const changeCodes = fresh.flatMap((to) => {
    const from = known.find(({ kind }) => kind === to.kind);
    return from === undefined ? [] : [{ from, to }];
  });
  return { addCodes: fresh.filter((code) => !changeCodes.some(({ to }) => to === code)), changeCodes };
}
