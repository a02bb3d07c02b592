import { type LoginHolder, type LoginScheme, proposeLogin } from './login.ts';
import { generatePassword, standardPasswordPolicy } from './password.ts';
import { formatFullName } from './person-name.ts';
import type { RandomInt } from './random.ts';

/**
 * A login for everybody, in order; none is in `taken` (compared in lower case) and none comes twice. Throws RangeError
 * when a free one cannot be found.
 */
export function planLogins<Person extends LoginHolder>(
  people: readonly Person[],
  scheme: LoginScheme,
  taken: ReadonlySet<string>,
  random: RandomInt,
): readonly { readonly person: Person; readonly login: string }[] {
  const given = new Set(taken);
  return people.map((person) => {
    const login = proposeLogin(person, scheme, (candidate) => given.has(candidate.toLowerCase()), random);
    given.add(login.toLowerCase());
    return { person, login };
  });
}

/** An initial password for a person: nothing of the name or login in it. */
export function planPassword({ name }: LoginHolder, login: string, random: RandomInt): string {
  return generatePassword(standardPasswordPolicy, [login, formatFullName(name)], random);
}
