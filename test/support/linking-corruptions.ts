import type { SeededRandom } from '../../shared/demo/random.ts';
import { SURNAMES, surnameFor } from '../../shared/demo/roster-names.ts';
import { transliterate } from '../../shared/domain/transliteration.ts';
import { address, mobile, type TruePerson } from './linking-world.ts';

/** What the portal has of a person while it is being spoilt. `shown` is the name as typed; '' is no value. */
export interface Spoilt {
  surname: string;
  firstName: string;
  patronymic: string;
  birthDate: string;
  className: string;
  phone: string;
  email: string;
  snils: string;
  guid: string;
}

/** A way in which the portal's record differs, its share of people, and how it is done; false when it does not apply. */
export interface Corruption {
  readonly name: string;
  readonly share: number;
  readonly spoil: (record: Spoilt, random: SeededRandom, person: TruePerson) => boolean;
}

const set = (record: Spoilt, field: keyof Spoilt, value: string): boolean => {
  if (record[field] === value || record[field] === '') return false;
  record[field] = value;
  return true;
};

const names = ['surname', 'firstName', 'patronymic'] as const;

const variants: ReadonlyMap<string, string> = new Map([
  ['Наталья', 'Наталия'],
  ['Софья', 'София'],
  ['Даниил', 'Данила'],
  ['Артём', 'Артемий'],
  ['Юлия', 'Юлья'],
  ['Ксения', 'Оксана'],
  ['Георгий', 'Егор'],
]);

const keysOfLayout = new Map(
  [...'йцукенгшщзхъфывапролджэячсмитьбю'].map((key, at) => [key, "qwertyuiop[]asdfghjkl;'zxcvbnm,."[at]]),
);
const twins: Readonly<Record<string, string>> = { а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', х: 'x', у: 'y' };

/** The ladder of differences in names, then contacts, then the rest. */
export const corruptions: readonly Corruption[] = [
  { name: 'name: case', share: 0.03, spoil: (record) => inNames(record, (text) => text.toUpperCase()) },
  { name: 'name: yo', share: 0.5, spoil: (record) => inNames(record, (text) => text.replaceAll('ё', 'е')) },
  { name: 'name: hyphen', share: 0.4, spoil: (record) => set(record, 'surname', record.surname.replace('-', ' ')) },
  { name: 'name: look-alike', share: 0.02, spoil: (record) => set(record, 'surname', lookAlike(record.surname)) },
  { name: 'name: layout', share: 0.004, spoil: (record) => inNames(record, otherLayout) },
  {
    name: 'name: transliterated',
    share: 0.01,
    spoil: (record) => inNames(record, (text) => transliterate(text, 'icao-9303')),
  },
  { name: 'name: typo', share: 0.03, spoil: (record, random) => typoIn(record, random) },
  {
    name: 'name: two typos',
    share: 0.006,
    // The first mistake stands even where the second finds no place.
    spoil: (record, random) => typoIn(record, random) && (typoIn(record, random) || true),
  },
  {
    name: 'name: variant',
    share: 0.2,
    spoil: (record) => set(record, 'firstName', variants.get(record.firstName) ?? record.firstName),
  },
  { name: 'name: no patronymic', share: 0.03, spoil: (record) => set(record, 'patronymic', '') },
  { name: 'name: surname changed', share: 0.02, spoil: changedSurname },
  {
    name: 'name: half a double surname',
    share: 0.2,
    spoil: (record) => set(record, 'surname', record.surname.split(/[ -]/)[0] ?? ''),
  },
  { name: 'name: order', share: 0.015, spoil: swappedOrder },
  { name: 'e-mail: none', share: 0.25, spoil: (record) => set(record, 'email', '') },
  {
    name: 'e-mail: case',
    share: 0.03,
    spoil: (record) =>
      set(
        record,
        'email',
        record.email.replace(/^./, (first) => first.toUpperCase()),
      ),
  },
  {
    name: 'e-mail: domain typo',
    share: 0.02,
    spoil: (record) => set(record, 'email', record.email.replace(/\.ru$/, '.ri').replace('gmail', 'gmial')),
  },
  {
    name: 'e-mail: typo',
    share: 0.015,
    spoil: (record, random) => set(record, 'email', lost(record.email, random.int(5))),
  },
  { name: 'e-mail: other', share: 0.09, spoil: (record, random) => set(record, 'email', address(random)) },
  {
    name: 'e-mail: former',
    share: 0.5,
    spoil: (record, _random, { formerEmail }) => formerEmail !== '' && set(record, 'email', formerEmail),
  },
  { name: 'phone: none', share: 0.1, spoil: (record) => set(record, 'phone', '') },
  {
    name: 'phone: one digit',
    share: 0.02,
    spoil: (record, random) => set(record, 'phone', otherDigit(record.phone, 3 + random.int(9))),
  },
  {
    name: 'phone: swapped digits',
    share: 0.012,
    spoil: (record, random) => set(record, 'phone', swapped(record.phone, 3 + random.int(8))),
  },
  { name: 'phone: other', share: 0.08, spoil: (record, random) => set(record, 'phone', mobile(random)) },
  {
    name: 'phone: former',
    share: 0.5,
    spoil: (record, _random, { formerPhone }) => formerPhone !== '' && set(record, 'phone', formerPhone),
  },
  {
    name: 'phone: landline',
    share: 0.01,
    spoil: (record, random) => set(record, 'phone', `+7495${1_000_000 + random.int(8_000_000)}`),
  },
  {
    name: 'phone: foreign',
    share: 0.005,
    spoil: (record, random) => set(record, 'phone', `+37529${1_000_000 + random.int(8_000_000)}`),
  },
  { name: 'SNILS: none', share: 0.3, spoil: (record) => set(record, 'snils', '') },
  {
    name: 'SNILS: one digit',
    share: 0.012,
    spoil: (record, random) => set(record, 'snils', otherDigit(record.snils, random.int(11))),
  },
  {
    name: 'SNILS: swapped digits',
    share: 0.005,
    spoil: (record, random) => set(record, 'snils', swapped(record.snils, random.int(10))),
  },
  { name: 'birth date: none', share: 0.03, spoil: (record) => set(record, 'birthDate', '') },
  {
    name: 'birth date: day and month',
    share: 0.004,
    spoil: (record) => set(record, 'birthDate', dayForMonth(record.birthDate)),
  },
  { name: 'birth date: year', share: 0.006, spoil: (record) => set(record, 'birthDate', yearLater(record.birthDate)) },
  { name: 'class: none', share: 0.05, spoil: (record) => set(record, 'className', '') },
  { name: 'class: other', share: 0.02, spoil: (record, random) => set(record, 'className', `${1 + random.int(11)}Я`) },
];

function inNames(record: Spoilt, change: (text: string) => string): boolean {
  return names.map((part) => set(record, part, change(record[part]))).some(Boolean);
}

function lookAlike(text: string): string {
  return text.replace(/[аеорсху]/, (letter) => twins[letter] ?? letter);
}

function otherLayout(text: string): string {
  return [...text.toLowerCase()].map((letter) => keysOfLayout.get(letter) ?? letter).join('');
}

function typoIn(record: Spoilt, random: SeededRandom): boolean {
  const part = random.pick(names);
  const text = record[part];
  if (text.length < 4) return false;
  const at = 1 + random.int(text.length - 2);
  const kinds = [
    lost(text, at),
    swapped(text, at),
    text.slice(0, at) + text[at] + text.slice(at),
    replaced(text, at, random),
  ];
  return set(record, part, random.pick(kinds));
}

function replaced(text: string, at: number, random: SeededRandom): string {
  return text.slice(0, at) + random.pick([...'аоиеянрстлвк']) + text.slice(at + 1);
}

function lost(text: string, at: number): string {
  return text.slice(0, at) + text.slice(at + 1);
}

function swapped(text: string, at: number): string {
  return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
}

function otherDigit(text: string, at: number): string {
  return text.slice(0, at) + ((Number(text[at]) + 3) % 10) + text.slice(at + 1);
}

function changedSurname(record: Spoilt, random: SeededRandom, { sex, kind }: TruePerson): boolean {
  if (sex === 'male' || (kind === 'pupil' && random.chance(0.7))) return false;
  return set(record, 'surname', surnameFor(random.pick(SURNAMES), 'female'));
}

function swappedOrder(record: Spoilt, random: SeededRandom): boolean {
  const { surname, firstName, patronymic } = record;
  const first = random.chance(0.8);
  Object.assign(
    record,
    first
      ? { surname: firstName, firstName: surname }
      : { surname: firstName, firstName: patronymic, patronymic: surname },
  );
  return true;
}

function dayForMonth(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return Number(day) <= 12 ? `${year}-${day}-${month}` : iso;
}

function yearLater(iso: string): string {
  return iso === '' ? '' : `${Number(iso.slice(0, 4)) + 1}${iso.slice(4)}`;
}
