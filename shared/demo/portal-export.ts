import { encodeText } from '../tables/encoding.ts';
import { type SeededRandom, seededRandom } from './random.ts';
import type { RosterGuardian, RosterPupil, RosterSchool } from './rosters.ts';

/** What a portal has of a person. */
interface PortalRecord {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly snils: string;
}

const header = [
  'Класс',
  'ФИО ученика',
  'Дата рождения',
  ...[1, 2].flatMap((number) =>
    ['ФИО', 'Телефон', 'Email', 'СНИЛС'].map((title) => `${title} представителя ${number}`),
  ),
];

/**
 * What the portal would export about a synthetic school, one row a pupil with up to two guardians: most people as the
 * school knows them, some with a mistake or a change, some not there. The same for the same seed.
 */
export function toPortalCsv(school: RosterSchool, seed: number): Uint8Array {
  const random = seededRandom(seed);
  const records = new Map<RosterGuardian, PortalRecord | undefined>();
  const rows = school.pupils.map((pupil) => rowOf(pupil, random, records));
  const lines = [header, ...rows].map((cells) => cells.map(quoted).join(';'));
  return encodeText(`${lines.join('\r\n')}\r\n`, 'utf-8').bytes;
}

const quoted = (cell: string) => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

function rowOf(
  pupil: RosterPupil,
  random: SeededRandom,
  records: Map<RosterGuardian, PortalRecord | undefined>,
): string[] {
  const guardians = [0, 1].map((place) => {
    const guardian = pupil.guardians[place];
    if (guardian === undefined) return ['', '', '', ''];
    if (!records.has(guardian)) records.set(guardian, recordOf(guardian, random));
    const record = records.get(guardian);
    return record === undefined ? ['', '', '', ''] : [record.name, record.phone, record.email, record.snils];
  });
  const name = [pupil.surname, pupil.firstName, pupil.patronymic].filter((part) => part !== '').join(' ');
  return [pupil.className, name, pupil.birthDate.split('-').reverse().join('.'), ...guardians.flat()];
}

/** How a record differs from the school's, with the share of people it happens to. */
const mistakes: readonly (readonly [number, (record: PortalRecord, random: SeededRandom) => PortalRecord])[] = [
  [0.02, (record) => ({ ...record, email: record.email.replace('.com', '.con') })],
  [0.02, (record, random) => ({ ...record, email: `new.address${random.int(9000)}@mail.example.com` })],
  [0.02, (record, random) => ({ ...record, phone: withOtherDigit(record.phone, random) })],
  [0.015, (record) => ({ ...record, phone: withSwappedDigits(record.phone) })],
  [0.01, (record, random) => ({ ...record, phone: `+7916${String(1_000_000 + random.int(8_000_000))}` })],
  [0.01, (record) => ({ ...record, snils: record.snils.replace(/\d\d$/, (two) => (two === '11' ? '12' : '11')) })],
  [0.01, (record) => ({ ...record, name: record.name.split(' ').slice(0, 2).join(' ') })],
  [0.01, (record) => ({ ...record, name: record.name.replace(/о/, 'o') })],
  [0.006, (record, random) => withNothingAlike(record, random)],
  [0.01, (record) => ({ ...record, name: record.name.replace(/^\S+/, (surname) => changedSurname(surname)) })],
];

const absent = 0.04;

function recordOf(guardian: RosterGuardian, random: SeededRandom): PortalRecord | undefined {
  const name = [guardian.surname, guardian.firstName, guardian.patronymic].filter((part) => part !== '').join(' ');
  const asSchool = { name, phone: guardian.phone, email: guardian.email, snils: guardian.snils };
  let chance = random.fraction();
  if (chance < absent) return undefined;
  chance -= absent;
  for (const [share, change] of mistakes) {
    if (chance < share) return change(asSchool, random);
    chance -= share;
  }
  return asSchool;
}

/** A new surname and new contacts: whether this is the same parent only a person can say. */
function withNothingAlike({ name }: PortalRecord, random: SeededRandom): PortalRecord {
  const number = String(1_000_000 + random.int(8_000_000));
  return {
    name: name.replace(/^\S+/, (surname) => changedSurname(surname)),
    phone: `+7916${number}`,
    email: `family${number}@mail.example.com`,
    snils: '',
  };
}

function withOtherDigit(phone: string, random: SeededRandom): string {
  const place = phone.length - 1 - random.int(4);
  const digit = (Number(phone[place]) + 1 + random.int(8)) % 10;
  return `${phone.slice(0, place)}${digit}${phone.slice(place + 1)}`;
}

/** The last two digits that differ change places. */
function withSwappedDigits(phone: string): string {
  for (let place = phone.length - 1; place > 3; place -= 1)
    if (phone[place] !== phone[place - 1])
      return `${phone.slice(0, place - 1)}${phone[place]}${phone[place - 1]}${phone.slice(place + 1)}`;
  return phone;
}

const changedSurname = (surname: string) => (surname.endsWith('а') ? 'Вишневецкая' : 'Вишневецкий');
