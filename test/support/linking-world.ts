import { type SeededRandom, seededRandom } from '../../shared/demo/random.ts';
import {
  BOYS,
  EASTERN_FATHERS,
  easternPatronymic,
  FATHERS,
  GIRLS,
  patronymicFrom,
  type Sex,
  SURNAMES,
  surnameFor,
} from '../../shared/demo/roster-names.ts';
import { makeDate, makeGuid } from '../../shared/demo/roster-people.ts';
import type { PersonName } from '../../shared/domain/person-name.ts';

/** What is true of a synthetic person. '' stands for a contact that the person does not have. */
export interface TruePerson {
  readonly number: number;
  readonly kind: 'pupil' | 'guardian';
  readonly sex: Sex;
  readonly name: PersonName;
  readonly birthDate: string;
  readonly className: string;
  readonly phone: string;
  readonly formerPhone: string;
  readonly email: string;
  readonly formerEmail: string;
  /** Eleven digits. */
  readonly snils: string;
  readonly guid: string;
}

export interface TrueFamily {
  readonly pupils: readonly TruePerson[];
  readonly guardians: readonly TruePerson[];
}

interface Maker {
  readonly random: SeededRandom;
  readonly surnames: readonly string[];
  readonly classes: number;
  people: number;
}

const letters = 'АБВГДЕЖЗИКЛМНОПРСТ';
const domains = ['mail.ru', 'mail.ru', 'mail.ru', 'yandex.ru', 'yandex.ru', 'gmail.com', 'bk.ru', 'list.ru'];

/** Families of at least so many people: siblings, twins, single parents, parents' contacts on children. */
export function makeFamilies(seed: number, people: number): TrueFamily[] {
  const random = seededRandom(seed);
  const maker: Maker = { random, surnames: manySurnames(), classes: Math.max(4, Math.ceil(people / 60)), people: 0 };
  const families: TrueFamily[] = [];
  while (maker.people < people) families.push(makeFamily(maker));
  return families;
}

/** Common surnames first; some hundreds of rarer ones after them. */
function manySurnames(): string[] {
  const stems = FATHERS.map((name) => name.replace(/(?:ий|ей|[аяйь])$/, ''));
  const endings = ['енко', 'ук', 'инский', 'ашов', 'унин', 'ян', 'ищев', 'ейкин', 'овский', 'ушкин'];
  return [...SURNAMES, ...endings.flatMap((ending) => stems.map((stem) => stem + ending))];
}

/** The first of the list come up more often than the last, as in life. */
function skewed<T>(random: SeededRandom, values: readonly T[]): T {
  const fraction = random.fraction();
  return values[Math.floor(fraction ** 2.5 * values.length)] as T;
}

function makeFamily(maker: Maker): TrueFamily {
  const { random } = maker;
  const single = skewed(random, maker.surnames);
  const surname = random.chance(0.03) ? `${single}-${skewed(random, maker.surnames)}` : single;
  const eastern = random.chance(0.03);
  const father = eastern ? random.pick(EASTERN_FATHERS) : skewed(random, FATHERS);
  const guardians = makeGuardians(maker, surname, father);
  const count = random.chance(0.75) ? 1 : random.chance(0.8) ? 2 : 3;
  const twins = count > 1 && random.chance(0.12);
  const first = makePupil(maker, { surname, father, eastern, guardians });
  const others = Array.from({ length: count - 1 }, (_, at) =>
    makePupil(maker, { surname, father, eastern, guardians, ...(twins && at === 0 ? { twin: first } : {}) }),
  );
  return { pupils: [first, ...others], guardians };
}

function makeGuardians(maker: Maker, surname: string, father: string): TruePerson[] {
  const { random } = maker;
  const guardians: TruePerson[] = [];
  const mother = random.chance(0.85) ? surname : skewed(random, maker.surnames);
  if (random.chance(0.94)) guardians.push(makeGuardian(maker, mother, 'female', skewed(random, GIRLS)));
  if (guardians.length === 0 || random.chance(0.6)) guardians.push(makeGuardian(maker, surname, 'male', father));
  return guardians;
}

function makeGuardian(maker: Maker, surname: string, sex: Sex, firstName: string): TruePerson {
  const { random } = maker;
  const patronymic = patronymicFrom(skewed(random, FATHERS), sex);
  const name = { surname: surnameFor(surname, sex), firstName, patronymic };
  const birthDate = makeDate(random, 1970 + random.int(28));
  return {
    ...{ ...numbered(maker), kind: 'guardian', sex, name, birthDate, className: '' },
    phone: random.chance(0.97) ? mobile(random) : '',
    formerPhone: random.chance(0.12) ? mobile(random) : '',
    email: random.chance(0.85) ? address(random) : '',
    formerEmail: random.chance(0.08) ? address(random) : '',
    snils: random.chance(0.5) ? snils(random) : '',
  };
}

interface PupilWishes {
  readonly surname: string;
  readonly father: string;
  readonly eastern: boolean;
  readonly guardians: readonly TruePerson[];
  /** The other twin. */
  readonly twin?: TruePerson;
}

function makePupil(maker: Maker, { surname, father, eastern, guardians, twin }: PupilWishes): TruePerson {
  const { random } = maker;
  const sex: Sex = random.chance(0.5) ? 'male' : 'female';
  const names = (sex === 'male' ? BOYS : GIRLS).filter((one) => one !== twin?.name.firstName);
  const patronymic = eastern ? easternPatronymic(father, sex) : patronymicFrom(father, sex);
  const name = { surname: surnameFor(surname, sex), firstName: skewed(random, names), patronymic };
  const { grade, className } = pickClass(maker);
  const ofParent = random.chance(0.08) ? guardians[0] : undefined;
  return {
    ...{ ...numbered(maker), kind: 'pupil', sex, name },
    birthDate: twin?.birthDate ?? makeDate(random, 2020 - grade),
    className: twin?.className ?? className,
    phone: ofParent?.phone ?? (random.chance(0.6) ? mobile(random) : ''),
    formerPhone: random.chance(0.06) ? mobile(random) : '',
    email: random.chance(0.04) ? (guardians[0]?.email ?? '') : random.chance(0.45) ? address(random) : '',
    formerEmail: random.chance(0.04) ? address(random) : '',
    snils: random.chance(0.85) ? snils(random) : '',
  };
}

function pickClass({ random, classes }: Maker): { grade: number; className: string } {
  const schoolClass = random.int(classes);
  const grade = 1 + (schoolClass % 11);
  const number = Math.floor(schoolClass / 11);
  const letter = letters[number % letters.length] + (number >= letters.length ? `/${Math.floor(number / 18)}` : '');
  return { grade, className: `${grade}${letter}` };
}

function numbered(maker: Maker): { number: number; guid: string } {
  maker.people += 1;
  return { number: maker.people, guid: maker.random.chance(0.08) ? makeGuid(maker.random).toUpperCase() : '' };
}

/** A Russian mobile number in E.164. */
export function mobile(random: SeededRandom): string {
  return `+79${String(random.int(1_000_000_000)).padStart(9, '0')}`;
}

/** An address that nobody else has. */
export function address(random: SeededRandom): string {
  const words = ['anna', 'family', 'sun', 'ivan', 'olga', 'school', 'max', 'lena', 'mama', 'petr', 'kat', 'home'];
  return `${random.pick(words)}.${random.int(36 ** 4).toString(36)}${random.int(100)}@${random.pick(domains)}`;
}

function snils(random: SeededRandom): string {
  const nine = String(2_000_000 + random.int(997_000_000)).padStart(9, '0');
  const sum = [...nine].reduce((total, digit, at) => total + Number(digit) * (9 - at), 0);
  return nine + String((sum % 101) % 100).padStart(2, '0');
}
