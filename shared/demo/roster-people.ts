import type { SeededRandom } from './random.ts';
import { BOYS, GIRLS, patronymicFrom, type Sex, SURNAMES, surnameFor } from './roster-names.ts';

/** What every synthetic person has. Phones are E.164, SNILS `123-456-789 64`, GUIDs in lower case. */
export interface RosterPerson {
  readonly surname: string;
  readonly firstName: string;
  readonly patronymic: string;
  readonly sex: Sex;
  readonly email: string;
  readonly phone: string;
  readonly snils: string;
  readonly guid: string;
  readonly login: string;
}

/** What the making of one school carries along. */
export interface Maker {
  readonly random: SeededRandom;
  readonly traps: boolean;
  readonly startYear: number;
  readonly known: Set<string>;
  people: number;
}

/** The next person; contacts and numbers never repeat within a school. */
export function makePerson(maker: Maker, wishes: { surname: string; sex: Sex; father: string }): RosterPerson {
  const { random } = maker;
  maker.people += 1;
  const number = maker.people;
  const surname = surnameFor(wishes.surname, wishes.sex);
  return {
    surname: trapped(maker, withLatinLetter(surname), surname),
    firstName: random.pick(wishes.sex === 'male' ? BOYS : GIRLS),
    patronymic: patronymicFrom(wishes.father, wishes.sex),
    sex: wishes.sex,
    email: `person${number}@mail.example.com`,
    phone: `+7900${String(number % 10_000_000).padStart(7, '0')}`,
    snils: makeSnils(number, trapped(maker, 1, 0)),
    guid: makeGuid(random),
    login: `user${String(number).padStart(6, '0')}`,
  };
}

/** In the man's form; one in fifty is double. */
export function makeSurname(random: SeededRandom): string {
  const surname = random.pick(SURNAMES);
  return random.chance(0.02) ? `${surname}-${random.pick(SURNAMES.filter((other) => other !== surname))}` : surname;
}

const LATIN_TWINS: Readonly<Record<string, string>> = { а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', х: 'x' };

function withLatinLetter(surname: string): string {
  return surname.replace(/[аеорсх]/, (letter) => LATIN_TWINS[letter] ?? letter);
}

/** Valid for every number when `error` is 0. Weights 9…1, sum modulo 101, 100 as 00. */
function makeSnils(number: number, error: number): string {
  const digits = String(200_000_000 + number * 37).padStart(9, '0');
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (9 - index), 0);
  const control = String((((sum % 101) % 100) + error) % 100).padStart(2, '0');
  return `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)} ${control}`;
}

/** ISO date in a year. */
export function makeDate(random: SeededRandom, year: number): string {
  return `${year}-${String(1 + random.int(12)).padStart(2, '0')}-${String(1 + random.int(28)).padStart(2, '0')}`;
}

/** Random GUID, version 4, in lower case. */
export function makeGuid(random: SeededRandom): string {
  const hex = Array.from({ length: 4 }, () =>
    Math.floor(random.fraction() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, '0'),
  );
  return hex.join('').replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
}
/** The trap now and then, in schools that want traps. */
export function trapped<T>(maker: Maker, trap: T | undefined, usual: T): T {
  return maker.traps && trap !== undefined && maker.random.chance(0.03) ? trap : usual;
}
