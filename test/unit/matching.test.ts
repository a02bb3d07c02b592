import { describe, expect, test } from 'vitest';
import type { ImportedGuardian, ImportedPupil } from '../../shared/domain/import-people.ts';
import { groupGuardians } from '../../shared/domain/matching/guardian-groups.ts';
import type { KnownPeople, KnownPupil } from '../../shared/domain/matching/known-people.ts';
import { matchGuardians } from '../../shared/domain/matching/match-guardians.ts';
import { matchPupils, type PupilMatch } from '../../shared/domain/matching/match-pupils.ts';
import { nameKey, parseFullName } from '../../shared/domain/person-name.ts';

interface Facts {
  readonly born?: string;
  readonly in?: string;
  readonly guid?: string;
  readonly snils?: string;
  readonly login?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly wasCalled?: string;
}

function facts({ guid, snils, login, email, phone }: Facts) {
  const codes = [
    ...(guid ? [{ kind: 'external-id' as const, value: guid, key: guid }] : []),
    ...(login ? [{ kind: 'account' as const, value: login, key: login }] : []),
  ];
  const given = { snils, email, phone };
  const contacts = (['snils', 'email', 'phone'] as const).flatMap((kind) => {
    const value = given[kind];
    return value === undefined ? [] : [{ kind, value, key: value, label: '', checked: 'ok' as const }];
  });
  return { codes, contacts };
}

function named(fullName: string) {
  const name = parseFullName(fullName, 'surname-first');
  return { name, nameKey: nameKey(name), sex: undefined };
}

function row(fullName: string, given: Facts = {}, guardians: readonly ImportedGuardian[] = []): ImportedPupil {
  const schoolClass = { title: given.in ?? '', key: given.in ?? '' };
  return { ...named(fullName), ...facts(given), birthDate: given.born, schoolClass, guardians, teacher: undefined };
}

function guardian(fullName: string, given: Facts = {}): ImportedGuardian {
  return { ...named(fullName), ...facts(given), birthDate: undefined, relation: 'mother' };
}

function known(id: number, fullName: string, given: Facts = {}): KnownPupil {
  const { codes, contacts } = facts(given);
  return {
    ...named(fullName),
    id,
    birthDate: given.born,
    updatedAt: '',
    codes: codes.map((code, index) => ({ ...code, id: index + 1 })),
    contacts: contacts.map((contact, index) => ({ ...contact, id: index + 1 })),
    enrolment: undefined,
    classKey: given.in ?? '',
    className: given.in ?? '',
    guardians: [],
    formerSurnames: given.wasCalled ? [given.wasCalled] : [],
  };
}

function registry(...pupils: readonly KnownPupil[]): KnownPeople {
  const ownersOf = (wanted: string) =>
    new Map(
      pupils.flatMap(({ id, codes }) =>
        codes.filter(({ kind }) => kind === wanted).map(({ key }) => [key, id] as const),
      ),
    );
  const none = new Map<never, never>();
  return {
    pupils: new Map(pupils.map((pupil) => [pupil.id, pupil])),
    guardians: none,
    staff: none,
    classes: none,
    codeOwners: {
      'external-id': ownersOf('external-id'),
      'case-number': ownersOf('case-number'),
      'portal-code': ownersOf('portal-code'),
      account: ownersOf('account'),
    },
    loginOwners: none,
  };
}

/** What a job that gives turns to others ends with. */
function toEnd<Result>(job: Generator<number, Result>): Result {
  for (;;) {
    const step = job.next();
    if (step.done) return step.value;
  }
}

const match = (rows: readonly ImportedPupil[], people: KnownPeople): PupilMatch[] => toEnd(matchPupils(rows, people));
const grouped = (rows: readonly ImportedPupil[]) => toEnd(groupGuardians(rows));

function told(rows: readonly ImportedPupil[], ...pupils: readonly KnownPupil[]): string[] {
  return match(rows, registry(...pupils)).map((found) => {
    if (found.kind === 'new') return 'new';
    return found.kind === 'known' ? `${found.id} ${found.reason}` : `${found.candidates.join()}? ${found.reason}`;
  });
}

const born = '2015-02-01';
const other = '2015-09-30';
const anna = 'Котова Анна Ильинична';

describe('one row and one known pupil', () => {
  test.each<[string, ImportedPupil, KnownPupil, string]>([
    ['all equal', row(anna, { born, in: '5А' }), known(1, anna, { born, in: '5А' }), '1 all-equal'],
    [
      'ё and е, case',
      row('КОТОВА Алёна', { born, in: '5А' }),
      known(1, 'Котова Алена', { born, in: '5А' }),
      '1 all-equal',
    ],
    ['a missing patronymic', row('Котова Анна', { born, in: '5А' }), known(1, anna, { born, in: '5А' }), '1 all-equal'],
    ['moved class', row(anna, { born, in: '6Б' }), known(1, anna, { born, in: '5А' }), '1 class-differs'],
    [
      'changed surname',
      row('Зимина Анна Ильинична', { born, in: '5А' }),
      known(1, anna, { born, in: '5А' }),
      '1 surname-differs',
    ],
    [
      'changed surname and class',
      row('Зимина Анна Ильинична', { born, in: '6Б' }),
      known(1, anna, { born, in: '5А' }),
      '1? surname-differs',
    ],
    [
      'the surname of before',
      row(anna, { born, in: '5А' }),
      known(1, 'Зимина Анна Ильинична', { born, in: '5А', wasCalled: 'котова' }),
      '1 all-equal',
    ],
    [
      'double surname turned round',
      row('Котова-Зимина Анна', { born, in: '5А' }),
      known(1, 'Зимина-Котова Анна', { born, in: '5А' }),
      '1 all-equal',
    ],
    [
      'corrected birth date',
      row(anna, { born, in: '5А' }),
      known(1, anna, { born: other, in: '5А' }),
      '1 birth-date-differs',
    ],
    [
      'another birth date, no patronymic',
      row('Котова Анна', { born, in: '5А' }),
      known(1, anna, { born: other, in: '5А' }),
      '1? birth-date-differs',
    ],
    ['namesake in another class', row(anna, { born, in: '6Б' }), known(1, anna, { born: other, in: '5А' }), 'new'],
    ['namesake of another father', row('Котова Анна Олеговна', { in: '5А' }), known(1, anna, { in: '5А' }), 'new'],
    ['no birth date, one class', row(anna, { in: '5А' }), known(1, anna, { born, in: '5А' }), '1 no-birth-date'],
    ['no birth date, two classes', row(anna, { in: '6Б' }), known(1, anna, { born, in: '5А' }), '1? name-only'],
    [
      'a twin or another first name',
      row('Котова Инна Ильинична', { born, in: '5А' }),
      known(1, anna, { born, in: '5А' }),
      '1? first-name-differs',
    ],
    [
      'only a birthday and first name',
      row('Лис Анна Олеговна', { born, in: '5А' }),
      known(1, anna, { born, in: '5А' }),
      'new',
    ],
    [
      'GUID decides',
      row('Лис Яна', { guid: 'A', in: '1А' }),
      known(1, anna, { guid: 'A', born, in: '5А' }),
      '1 external-id',
    ],
    [
      'another GUID excludes',
      row(anna, { guid: 'B', born, in: '5А' }),
      known(1, anna, { guid: 'A', born, in: '5А' }),
      'new',
    ],
    [
      'SNILS and name',
      row(anna, { snils: '11223344595', in: '6Б' }),
      known(1, anna, { snils: '11223344595', in: '5А' }),
      '1 snils',
    ],
    [
      'SNILS of somebody else',
      row('Лис Яна', { snils: '11223344595', in: '6Б' }),
      known(1, anna, { snils: '11223344595' }),
      '1? snils-of-other',
    ],
    [
      'login and name',
      row(anna, { login: 'kotova', in: '6Б' }),
      known(1, anna, { login: 'kotova', in: '5А' }),
      '1 account',
    ],
    [
      'login alone',
      row('Лис Яна', { login: 'kotova', in: '6Б' }),
      known(1, anna, { login: 'kotova', in: '5А' }),
      'new',
    ],
  ])('%s', (_, given, pupil, expected) => {
    expect(told([given], pupil)).toEqual([expected]);
  });
});

describe('several people', () => {
  const inna = 'Котова Инна Ильинична';

  test('a new twin is new when the other twin has a row', () => {
    const rows = [row(inna, { born, in: '5А' }), row(anna, { born, in: '5А' })];
    expect(told(rows, known(1, anna, { born, in: '5А' }))).toEqual(['new', '1 all-equal']);
  });

  test('twins are each their own', () => {
    const rows = [row(inna, { born, in: '5А' }), row(anna, { born, in: '5А' })];
    const twins = [known(1, anna, { born, in: '5А' }), known(2, inna, { born, in: '5А' })];
    expect(told(rows, ...twins)).toEqual(['2 all-equal', '1 all-equal']);
  });

  test('namesakes in one class are told apart by birth date, and asked about without', () => {
    const pupils = [known(1, anna, { born, in: '5А' }), known(2, anna, { born: other, in: '5А' })];
    expect(told([row(anna, { born: other, in: '5А' }), row(anna, { born, in: '5А' })], ...pupils)).toEqual([
      '2 all-equal',
      '1 all-equal',
    ]);
    expect(told([row(anna, { in: '5А' })], ...pupils)).toEqual(['1,2? several-candidates']);
  });

  test('namesakes of one birth date in two classes are told apart by class', () => {
    const pupils = [known(1, anna, { born, in: '5А' }), known(2, anna, { born, in: '6Б' })];
    expect(told([row(anna, { born, in: '6Б' })], ...pupils)).toEqual(['2 all-equal']);
    expect(told([row(anna, { born, in: '7В' })], ...pupils)).toEqual(['1,2? several-candidates']);
  });

  test('two rows for one pupil are both asked about', () => {
    const rows = [row(anna, { born, in: '6Б', login: 'a' }), row(anna, { born, in: '7В', login: 'b' })];
    expect(told(rows, known(1, anna, { born, in: '5А' }))).toEqual(['1? several-rows', '1? several-rows']);
  });

  test('the order of rows does not matter', () => {
    const rows = [row('Котов Пётр', { born, in: '5А' }), row(anna, { born, in: '6Б' }), row(inna, { born, in: '5А' })];
    const pupils = [known(1, anna, { born, in: '5А' }), known(2, inna, { born, in: '5А' })];
    expect(told([...rows].reverse(), ...pupils)).toEqual(told(rows, ...pupils).reverse());
  });
});

describe('guardians', () => {
  const mother = 'Котова Мария Ивановна';

  test.each<[string, ImportedGuardian, ImportedGuardian, number]>([
    ['one e-mail', guardian(mother, { email: 'k@mail.ru' }), guardian('Котова Мария', { email: 'k@mail.ru' }), 1],
    [
      'one e-mail, two parents',
      guardian(mother, { email: 'k@mail.ru' }),
      guardian('Котов Пётр', { email: 'k@mail.ru' }),
      2,
    ],
    [
      'one SNILS, another surname',
      guardian(mother, { snils: '11223344595' }),
      guardian('Лис Мария Ивановна', { snils: '11223344595' }),
      1,
    ],
    ['one phone', guardian(mother, { phone: '+79261234567' }), guardian(mother, { phone: '+79261234567' }), 2],
    ['one name', guardian(mother), guardian(mother), 2],
  ])('in two rows: %s', (_, one, two, expected) => {
    const rows = [row(anna, {}, [one]), row('Котов Олег', {}, [two])];
    expect(grouped(rows).groups).toHaveLength(expected);
  });

  test('within one child a name is enough', () => {
    expect(grouped([row(anna, {}, [guardian(mother), guardian('Котова Мария')])]).groups).toHaveLength(1);
  });

  test('a group says what all its rows say', () => {
    const one = guardian('Котова Мария', { email: 'k@mail.ru', phone: '+79261234567' });
    const two = guardian(mother, { email: 'k@mail.ru', phone: '+79267654321' });
    const [group] = grouped([row(anna, {}, [one]), row('Котов Олег', {}, [two])]).groups;
    expect(group?.person.name.patronymic).toBe('Ивановна');
    expect(group?.person.contacts.map(({ key }) => key)).toEqual(['k@mail.ru', '+79261234567', '+79267654321']);
  });

  test('a father and a son of one name are two people, and a name counts only among the guardians of the child', () => {
    const father = { ...known(7, 'Котов Пётр Ильич'), enrolment: undefined };
    const son = {
      ...known(1, 'Котов Пётр Ильич', { born, in: '5А' }),
      guardians: [{ id: 1, guardianId: 7, relation: 'father' as const }],
    };
    const people = { ...registry(son), guardians: new Map([[7, father]]) };
    const rows = [
      row('Котов Пётр Ильич', { born, in: '5А' }, [guardian('Котов Пётр Ильич')]),
      row(anna, {}, [guardian('Котов Пётр Ильич')]),
    ];
    const matches = match(rows, people);
    expect(matches).toEqual([{ kind: 'known', id: 1, reason: 'all-equal' }, { kind: 'new' }]);
    expect(toEnd(matchGuardians(grouped(rows).groups, matches, people)).map((found) => found?.id)).toEqual([
      7,
      undefined,
    ]);
  });
});
