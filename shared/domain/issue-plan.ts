import type { Settings } from '../contract/settings.ts';
import { parseClassName } from './class-name.ts';
import { type LoginHolder, type LoginScheme, proposeLogin } from './login.ts';
import { generatePassword, type PasswordPolicy } from './password.ts';
import { formatFullName } from './person-name.ts';
import type { RandomInt } from './random.ts';

/**
 * A login for everybody, in order: the person's former one (`formerOf`) or a new one, none of `taken` (compared in lower
 * case), and none comes twice. Throws RangeError when a free one cannot be found.
 */
export function planLogins<Person extends LoginHolder>(
  people: readonly Person[],
  scheme: LoginScheme,
  taken: ReadonlySet<string>,
  random: RandomInt,
  formerOf: (person: Person) => string | undefined = () => undefined,
): readonly { readonly person: Person; readonly login: string }[] {
  const given = new Set(taken);
  return people.map((person) => {
    const isTaken = (candidate: string) => given.has(candidate.toLowerCase());
    const login = formerOf(person) ?? proposeLogin(person, scheme, isTaken, random);
    given.add(login.toLowerCase());
    return { person, login };
  });
}

/** The policy for a person: guardians', pupils', or that of the youngest classes. */
export function policyFor({ role, className = '' }: LoginHolder, passwords: Settings['passwords']): PasswordPolicy {
  if (role === 'guardian') return passwords.guardian;
  const parsed = parseClassName(className);
  const young = parsed.kind === 'class' && parsed.grade <= passwords.youngestUpToGrade;
  return young ? passwords.youngest : passwords.pupil;
}

/** `2015-05-09` as people write it in passwords. */
function datesOf(birthDate: string): readonly string[] {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  return [year, day + month, month + day, day + month + year.slice(2)];
}

/** An initial password for a person: nothing of the name, birth date or login in it. */
export function planPassword(
  person: LoginHolder,
  login: string,
  passwords: Settings['passwords'],
  random: RandomInt,
): string {
  const dates = person.birthDate ? datesOf(person.birthDate) : [];
  return generatePassword(policyFor(person, passwords), [login, formatFullName(person.name), ...dates], random);
}
