import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ClassDecision,
  type EndingClass,
  type PupilDecision,
  planRollover,
  proposeFor,
} from '../../shared/domain/rollover.ts';

let lastPupil = 0;
function ending(id: number, title: string, pupils: number, teacherId: number | null = id + 1000): EndingClass {
  const match = /^(\d+)(.)$/.exec(title);
  const pupilIds = Array.from({ length: pupils }, () => ++lastPupil);
  return { id, title, grade: match ? Number(match[1]) : null, letter: match?.[2] ?? '', teacherId, pupilIds };
}

const up = (classId: number, title: string, teacherGoes = true): ClassDecision => ({
  classId,
  become: 'class',
  title,
  teacherGoes,
});

describe('without decisions', () => {
  test.each([
    ['1А', { become: 'class', title: '2А', teacherGoes: true }],
    ['4Ё', { become: 'class', title: '5Ё', teacherGoes: false }],
    ['9Б', { become: 'class', title: '10Б', teacherGoes: true }],
    ['11А', { become: 'graduates', title: '', teacherGoes: false }],
    ['ГКП 88А', { become: 'class', title: 'ГКП 88А', teacherGoes: true }],
  ])('%s', (title, expected) => {
    expect(proposeFor(ending(1, title, 1))).toEqual({ classId: 1, ...expected });
  });

  test('every class goes up with its teacher, but the teacher of the fourth stays', () => {
    const plan = planRollover([ending(1, '4А', 2), ending(2, '5А', 3)], [], []);
    expect(plan.classes.map(({ title, teacherId }) => [title, teacherId])).toEqual([
      ['5А', null],
      ['6А', 1002],
    ]);
    expect(plan.problems).toEqual([]);
  });
});

test('classes of one title are merged, however it is written; the bigger one gives the teacher, and a person is told', () => {
  const [small, big] = [ending(1, '9А', 1), ending(2, '9Б', 2)];
  const { classes, problems } = planRollover([small, big], [up(1, '10 "а"'), up(2, '10А')], []);
  expect(classes).toHaveLength(1);
  expect(classes[0]).toMatchObject({ title: '10А', grade: 10, letter: 'А', teacherId: 1002, fromClassIds: [2, 1] });
  expect(classes[0]?.pupilIds).toEqual([...small.pupilIds, ...big.pupilIds]);
  expect(problems).toEqual([{ code: 'two-teachers', stops: false, className: '', title: '10А' }]);
});

test('a class is split by the pupils who go elsewhere', () => {
  const one = ending(1, '5А', 4);
  const [, , third = 0, fourth = 0] = one.pupilIds;
  const apart = [third, fourth].map((pupilId): PupilDecision => ({ pupilId, become: 'class', title: '6Б' }));
  const { classes, repeaters } = planRollover([one], [], apart);
  expect(classes.map(({ title, pupilIds, teacherId }) => [title, pupilIds.length, teacherId])).toEqual([
    ['6А', 2, 1001],
    ['6Б', 2, null],
  ]);
  expect(repeaters).toEqual([]);
});

test('a repeater joins those who come up into the same grade', () => {
  const [fourth, fifth] = [ending(1, '4А', 1), ending(2, '5А', 2)];
  const repeater = fifth.pupilIds[0] ?? 0;
  const plan = planRollover([fourth, fifth], [], [{ pupilId: repeater, become: 'class', title: '5А' }]);
  expect(plan.repeaters).toEqual([repeater]);
  const joined = plan.classes.find(({ title }) => title === '5А');
  expect(joined).toMatchObject({ pupilIds: [...fourth.pupilIds, repeater], teacherId: null, teacherFromClassIds: [] });
  expect(plan.problems).toEqual([]);
});

test.each([
  ['', 'title-missing', true],
  ['7А', 'unusual-grade', false],
  ['5А', 'unusual-grade', false],
  ['Кружок', 'unusual-grade', false],
] as const)('5А into «%s»: %s', (title, code, stops) => {
  const { problems } = planRollover([ending(1, '5А', 1)], [up(1, title)], []);
  expect(problems).toEqual([{ code, stops, className: '5А', title }]);
});

const titles = fc.constantFrom('6А', '6Б', '7А', '10Б', '11А', 'Кружок', '5 «а»');
const place = fc.oneof(
  fc.record({ become: fc.constant('class' as const), title: titles }),
  fc.constant({ become: 'graduates' as const, title: '' }),
);

/** A school, and any decisions about its classes and pupils. */
const worlds = fc
  .uniqueArray(fc.constantFrom('1А', '4А', '5А', '5Б', '9А', '10А', '11А', 'ГКП'), { minLength: 1, maxLength: 6 })
  .chain((names) => fc.tuple(fc.constant(names), fc.array(fc.nat({ max: 6 }), { minLength: 6, maxLength: 6 })))
  .map(([names, sizes]) => names.map((name, index) => ending(index + 1, name, sizes[index] ?? 0)))
  .chain((school) => {
    const decisions = school.map(({ id }) =>
      place.map((one): ClassDecision => ({ ...one, classId: id, teacherGoes: id % 2 === 0 })),
    );
    const exceptions = school
      .flatMap((one) => one.pupilIds)
      .map((pupilId) => place.map((one): PupilDecision => ({ ...one, pupilId })));
    return fc.tuple(
      fc.constant(school),
      decisions.length === 0 ? fc.constant([]) : fc.tuple(...decisions).chain((all) => fc.subarray(all)),
      exceptions.length === 0 ? fc.constant([]) : fc.tuple(...exceptions).chain((all) => fc.subarray(all)),
    );
  });

test('whatever is decided, every pupil is in exactly one place, and classes differ', () => {
  fc.assert(
    fc.property(worlds, ([school, decisions, exceptions]) => {
      const plan = planRollover(school, decisions, exceptions);
      const placed = [...plan.classes.flatMap(({ pupilIds }) => pupilIds), ...plan.graduates];
      const all = school.flatMap(({ pupilIds }) => pupilIds);
      expect(placed.toSorted((a, b) => a - b)).toEqual(all.toSorted((a, b) => a - b));
      expect(new Set(plan.classes.map(({ key }) => key)).size).toBe(plan.classes.length);
    }),
  );
});

test('each exception is obeyed, and without one the class decides', () => {
  fc.assert(
    fc.property(worlds, ([school, decisions, exceptions]) => {
      const plan = planRollover(school, decisions, exceptions);
      const placeOf = new Map(
        plan.classes.flatMap(({ title, pupilIds }) => pupilIds.map((id) => [id, title] as const)),
      );
      for (const schoolClass of school) {
        const ofClass = decisions.find(({ classId }) => classId === schoolClass.id) ?? proposeFor(schoolClass);
        for (const pupilId of schoolClass.pupilIds) {
          const wanted = exceptions.find((one) => one.pupilId === pupilId) ?? ofClass;
          const title = wanted.title === '5 «а»' ? '5А' : wanted.title;
          expect(placeOf.get(pupilId)).toBe(wanted.become === 'graduates' ? undefined : title);
        }
      }
    }),
  );
});
