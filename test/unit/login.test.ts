import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../shared/demo/random.ts';
import { makeSchool } from '../../shared/demo/rosters.ts';
import { planLogins } from '../../shared/domain/issue-plan.ts';
import { type LoginScheme, proposeLogin } from '../../shared/domain/login.ts';

const byName = { kind: 'transliterated', standard: 'icao-9303', pattern: 'surname-initials' } as const;
const random = seededRandom(5).int;
const free = () => false;

function pupil(surname: string, firstName = '', patronymic = '') {
  return { name: { surname, firstName, patronymic }, role: 'pupil' } as const;
}

describe('logins by name', () => {
  test.each([
    ['Иванова', 'Анна', 'Петровна', 'ivanovaap'],
    ['Иванова', 'Анна', '', 'ivanovaa'],
    ['Щукин', 'Юрий', 'Ильич', 'shchukiniui'],
    ['Соловьёва', 'Яна', 'Львовна', 'solovevaial'],
    ['Петрова-Водкина', 'Мария', 'Ильинична', 'petrovavodkinami'],
    ['Қайратұлы', 'Әли', '', 'kairatulya'],
    ['Müller', 'Анна', '', 'mullera'],
    ['Ли', 'А', '', 'lia1'],
    ['Ю', '', '', 'iu01'],
    ['', 'Анна', '', 'annaa'],
  ])('%s %s %s gets %4$s', (surname, firstName, patronymic, login) => {
    expect(proposeLogin(pupil(surname, firstName, patronymic), byName, free, random)).toBe(login);
  });

  test('namesakes get a counter', () => {
    const taken = new Set<string>();
    const logins = Array.from({ length: 12 }, () => {
      const login = proposeLogin(pupil('Иванова', 'Анна', 'Петровна'), byName, (other) => taken.has(other), random);
      taken.add(login);
      return login;
    });
    expect(logins.slice(0, 3)).toEqual(['ivanovaap', 'ivanovaap2', 'ivanovaap3']);
    expect(logins.at(-1)).toBe('ivanovaap12');
  });

  test('a surname of forty letters leaves room for initials and counter', () => {
    const long = pupil('Ы'.repeat(40), 'Анна', 'Петровна');
    expect(proposeLogin(long, byName, free, random)).toBe(`${'y'.repeat(18)}ap`);
    expect(proposeLogin(long, byName, (login) => login.endsWith('ap'), random)).toHaveLength(20);
  });

  test('a name without Latin letters gets a random login', () => {
    expect(proposeLogin(pupil('王'), byName, free, random)).toMatch(/^p[a-z0-9]{7}$/);
  });
});

test('random logins show whom they are for', () => {
  const scheme = { kind: 'random', length: 8 } as const;
  const name = pupil('Иванова').name;
  expect(proposeLogin({ name, role: 'pupil' }, scheme, free, random)).toMatch(/^p[a-z][a-z0-9]{6}$/);
  expect(proposeLogin({ name, role: 'guardian' }, scheme, free, random)).toMatch(/^g[a-z][a-z0-9]{6}$/);
});

test('any name in any scheme: 4 to 20 small letters and digits, never a taken one', () => {
  const part = fc.string({ unit: fc.constantFrom(..."абжщьъыюяЁӘқ -'AzÖ王.7"), maxLength: 25 });
  const scheme = fc.constantFrom<LoginScheme>(
    byName,
    { ...byName, standard: 'gost-7.79-b' },
    { ...byName, standard: 'mvd-310' },
    { kind: 'random', length: 6 },
  );
  fc.assert(
    fc.property(part, part, part, scheme, (surname, firstName, patronymic, by) => {
      const given = new Set<string>();
      for (let count = 0; count < 5; count += 1) {
        const login = proposeLogin(pupil(surname, firstName, patronymic), by, (other) => given.has(other), random);
        expect(login).toMatch(/^[a-z][a-z0-9]{3,19}$/);
        expect(given.has(login)).toBe(false);
        given.add(login);
      }
    }),
  );
});

test('when everything is taken, it says so', () => {
  expect(() => proposeLogin(pupil('Иванова'), byName, () => true, random)).toThrow(RangeError);
  expect(() => proposeLogin(pupil('Иванова'), { kind: 'random', length: 6 }, () => true, random)).toThrow(RangeError);
});

describe('other patterns', () => {
  const anna = {
    name: { surname: 'Щукина', firstName: 'Анна', patronymic: 'Львовна' },
    role: 'pupil',
    className: '5А',
  } as const;
  test.each([
    ['name-surname', 'annashchukina', 'annashchukina2'],
    ['surname-class', 'shchukina5a', 'shchukina5a2'],
    ['class-counter', 'p5a01', 'p5a02'],
  ] as const)('%s gives %s, then %s', (pattern, first, second) => {
    const scheme = { ...byName, pattern };
    expect(proposeLogin(anna, scheme, free, random)).toBe(first);
    expect(proposeLogin(anna, scheme, (login) => login === first, random)).toBe(second);
  });

  test('without a class leave the class out', () => {
    const { className: _, ...nowhere } = anna;
    expect(proposeLogin(nowhere, { ...byName, pattern: 'surname-class' }, free, random)).toBe('shchukina');
    expect(proposeLogin({ ...nowhere, role: 'guardian' }, { ...byName, pattern: 'class-counter' }, free, random)).toBe(
      'g001',
    );
  });
});

test.each<LoginScheme>([byName, { ...byName, pattern: 'surname-class' }, { kind: 'random', length: 8 }])(
  'no login comes twice among 100,000: %o',
  (scheme) => {
    const people = makeSchool({ seed: 9, pupils: 20_000 }).pupils.flatMap((name) => {
      const person = { name, role: 'pupil', className: name.className } as const;
      return [person, person, person, person, person];
    });
    const logins = planLogins(people, scheme, new Set(), random).map(({ login }) => login);
    expect(logins).toHaveLength(100_000);
    expect(new Set(logins).size).toBe(logins.length);
  },
  60_000,
);
