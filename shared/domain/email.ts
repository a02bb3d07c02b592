import { editDistance } from './edit-distance.ts';
import { removeInvisible } from './look-alikes.ts';
import { remembering } from './remember.ts';

/** What an e-mail address lacks. */
export type EmailExpectation = 'one-address' | 'at-sign' | 'latin-letters' | 'no-spaces' | 'mailbox' | 'domain';

/** What a cell meant for an e-mail address holds. `value` is shown, `key` is compared. */
export type EmailCheck =
  | { readonly kind: 'empty' }
  | { readonly kind: 'ok'; readonly value: string; readonly key: string }
  | { readonly kind: 'filler' }
  | { readonly kind: 'invalid'; readonly expected: EmailExpectation };

const longestCell = 500;
const wrapping = /^(?:mailto:|[<'"\s])+|[>'"\s.,;]+$/gi;
const fillerWord = /^(?:[-\u2010-\u2015_.]+|нет|не указан[ао]?|отсутствует|без почты|no|none|null|n\/a|noemail)$/i;
const fillerDomain =
  /^(?:temp|test|example|noemail|nomail|fake|no|net|none)\.[a-z]{2,}$|\.(?:local|invalid|test|example)$/;
const fillerMailbox = /^(?:no-?e?mail|net-?pochty|none)$/;
const mailbox = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const domainName = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i;

/** Reads one e-mail address. Addresses that programs put in to fill a required cell (`login@temp.ru`) are `filler`. */
export function checkEmail(text: string): EmailCheck {
  if (text.length > longestCell) return { kind: 'invalid', expected: 'one-address' };
  if (isPlain(text)) return isFiller(text) ? { kind: 'filler' } : { kind: 'ok', value: text, key: text };
  const clean = removeInvisible(text).replace(wrapping, '').trim();
  if (clean === '') return { kind: fillerWord.test(text.trim()) ? 'filler' : 'empty' };
  if (fillerWord.test(clean)) return { kind: 'filler' };
  const expected = whatIsWrong(clean);
  if (expected !== undefined) return { kind: 'invalid', expected };
  const key = emailKey(clean);
  return isFiller(key) ? { kind: 'filler' } : { kind: 'ok', value: key === clean ? key : lowerDomain(clean), key };
}

/** As nearly every address is: small letters, digits and single signs, with nothing around it that would be taken off. */
const plainMailbox = /^[a-z0-9]+(?:[._-][a-z0-9]+)*@/;
const plainDomain = remembering((domain) => domain === domain.toLowerCase() && domainName.test(domain));

function isPlain(text: string): boolean {
  const at = text.indexOf('@');
  if (at < 1 || at > 64 || text.length > 254) return false;
  return plainDomain(text.slice(at + 1)) && plainMailbox.test(text);
}

function whatIsWrong(text: string): EmailExpectation | undefined {
  const at = text.indexOf('@');
  if (at < 0) return 'at-sign';
  if (text.includes('@', at + 1)) return 'one-address';
  if (/\s/.test(text)) return 'no-spaces';
  if (/\P{ASCII}/u.test(text)) return 'latin-letters';
  if (at > 64 || !mailbox.test(text.slice(0, at))) return 'mailbox';
  return text.length <= 254 && domainName.test(text.slice(at + 1)) ? undefined : 'domain';
}

function isFiller(key: string): boolean {
  const [name = '', domain = ''] = key.split('@');
  const sameShortWord = domain.startsWith(`${name}.`) && (name.length <= 3 || sameWordFillers.has(name));
  return sameShortWord || fillerDomain.test(domain) || fillerMailbox.test(name);
}

const sameWordFillers = new Set(['mail', 'gmail', 'email', 'yandex', 'rambler', 'qwerty', 'test']);

function lowerDomain(address: string): string {
  const at = address.indexOf('@');
  return address.slice(0, at) + address.slice(at).toLowerCase();
}

/** The form for comparing two addresses: trimmed and in lower case throughout, as large mail services compare them. */
export function emailKey(text: string): string {
  return text.trim().toLowerCase();
}

const popularDomains = [
  'mail.ru',
  'yandex.ru',
  'gmail.com',
  'inbox.ru',
  'list.ru',
  'rambler.ru',
  'icloud.com',
  'outlook.com',
  'hotmail.com',
  'yahoo.com',
  'internet.ru',
];

/** Real domains close to a popular one: never called a typing mistake. */
const otherRealDomains = new Set(
  'ya.ru bk.ru vk.ru ok.ru vk.com me.com mac.com mail.com email.ru email.com ymail.com gmx.com hotmail.ru outlook.ru mail.ua yandex.com yandex.by yandex.kz yandex.ua yandex.uz mail.kz live.ru live.com mos.ru narod.ru lenta.ru'.split(
    ' ',
  ),
);

const knownMistakes: ReadonlyMap<string, string> = new Map([
  ['gmail.ru', 'gmail.com'],
  ['icloud.ru', 'icloud.com'],
  ['ya.com', 'ya.ru'],
  ['rambler.com', 'rambler.ru'],
]);

/** The popular domain that was probably meant (`mali.ru` gives `mail.ru`), or undefined when nothing looks mistyped. */
export function suggestDomain(email: string): string | undefined {
  const domain = emailKey(email).split('@')[1] ?? '';
  if (domain === '' || otherRealDomains.has(domain) || popularDomains.includes(domain)) return undefined;
  return knownMistakes.get(domain) ?? popularDomains.find((candidate) => isNear(domain, candidate));
}

function isNear(domain: string, candidate: string): boolean {
  const tolerated = candidate.length >= 9 ? 2 : 1;
  if (Math.abs(domain.length - candidate.length) > tolerated) return false;
  return editDistance(domain, candidate) <= tolerated;
}
