import { editDistance } from './edit-distance.ts';
import { parsePhone } from './phone.ts';
import type { PortalContact } from './portal-people.ts';
import type { SchoolPerson } from './reconcile-people.ts';

type Contact = Pick<PortalContact, 'kind' | 'value' | 'key'>;

/** Mail services whose names are mistyped most often. */
const mailDomains = [
  'mail.ru',
  'yandex.ru',
  'ya.ru',
  'gmail.com',
  'bk.ru',
  'list.ru',
  'inbox.ru',
  'rambler.ru',
  'icloud.com',
];

/** How two e-mail addresses differ. Keys are compared, so case alone is no difference to a program but is to a person. */
export function emailCode(ours: Contact, theirs: Contact): string {
  const [[box, domain], [otherBox, otherDomain]] = [parts(ours.key), parts(theirs.key)];
  if (box === otherBox) {
    const near = editDistance(domain, otherDomain) <= 2;
    const known = mailDomains.includes(domain) || mailDomains.includes(otherDomain);
    if (near || (known && domain.split('.')[0] === otherDomain.split('.')[0])) return 'email-domain-typo';
  }
  return domain === otherDomain && editDistance(box, otherBox) <= 1 ? 'email-typo' : 'email-differs';
}

function parts(key: string): readonly [string, string] {
  const at = key.lastIndexOf('@');
  return [key.slice(0, at), key.slice(at + 1)];
}

/** How two phone numbers differ. */
export function phoneCode(ours: Contact, theirs: Contact, former: SchoolPerson['formerContacts']): string {
  if (former.some(({ kind, key }) => kind === 'phone' && key === theirs.key)) return 'phone-former';
  const kind = parsePhone(theirs.key)?.kind;
  const own = parsePhone(ours.key)?.kind;
  if (own === 'landline' || kind === 'landline') return 'phone-landline';
  if (ours.key.startsWith('+7') !== theirs.key.startsWith('+7')) return 'phone-foreign';
  if (ours.key.length === theirs.key.length && editDistance(ours.key, theirs.key) === 1)
    return isSwap(ours.key, theirs.key) ? 'phone-swapped' : 'phone-digit';
  return 'phone-differs';
}

/** Two neighbours stand the other way round; nothing else differs. */
function isSwap(a: string, b: string): boolean {
  const differing = [...a].flatMap((digit, at) => (digit === b[at] ? [] : [at]));
  return differing.length === 2;
}
