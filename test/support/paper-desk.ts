import { onTestFinished } from 'vitest';
import type { HolderRole, Scope } from '../../shared/contract/base.ts';
import type { RosterGuardian, RosterPupil, RosterSchool } from '../../shared/demo/rosters.ts';
import { makeOpenDesk } from './desk.ts';
import { putSchool } from './school-in-registry.ts';

/** Everybody in the school. */
export const everybody: { scope: Scope; for: HolderRole[] } = { scope: { kind: 'school' }, for: ['pupil', 'guardian'] };

/** An open desk that serves the routes of paper, with a school in its registry. */
export async function makePaperDesk(school: Pick<RosterSchool, 'classes' | 'pupils'> = smallSchool) {
  const made = await makeOpenDesk();
  const placed = await putSchool(made.registry.db, school);
  const classId = (name: string) => {
    const id = placed.classIds.get(name);
    if (id === undefined) throw new Error(`no class ${name}`);
    return id;
  };
  return { ...made, ...placed, classId };
}

export type PaperDesk = Awaited<ReturnType<typeof makePaperDesk>>;

/**
 * A desk with the small school, closed when the test ends: Maxim 10А, Vera 5А, Anna 5А in the order of the list; Maxim and
 * Anna share both parents.
 */
export async function schoolDesk() {
  const desk = await makePaperDesk();
  onTestFinished(() => desk.close());
  const [maxim = 0, vera = 0, anna = 0] = desk.pupilIds;
  const [mother = 0, father = 0, stranger = 0] = desk.guardianIds;
  return { ...desk, maxim, vera, anna, mother, father, stranger };
}

const nobody = { email: '', phone: '', snils: '', guid: '', login: '' };

function person(fullName: string) {
  const [surname = '', firstName = '', patronymic = ''] = fullName.split(' ');
  return { ...nobody, surname, firstName, patronymic, sex: 'female' } as const;
}

const mother: RosterGuardian = { ...person('Иванова Мария Сергеевна'), relation: 'мать' };
const father: RosterGuardian = { ...person('Иванов Пётр Ильич'), relation: 'отец' };

function pupil(fullName: string, className: string, guardians: readonly RosterGuardian[]): RosterPupil {
  return { ...person(fullName), className, guardians, birthDate: '2015-05-05' };
}

const schoolClass = (name: string) => ({
  name,
  grade: 0,
  letter: '',
  guid: '',
  teacher: { ...person('А Б'), birthDate: '' },
});

/** Two classes, three pupils; the Ivanov children share both parents. */
const smallSchool: Pick<RosterSchool, 'classes' | 'pupils'> = {
  classes: ['10А', '5А'].map(schoolClass),
  pupils: [
    pupil('Иванов Максим Петрович', '10А', [mother, father]),
    pupil('Яковлева Вера Олеговна', '5А', [{ ...person('Яковлев Олег Юрьевич'), relation: 'отец' }]),
    pupil('Иванова Анна Петровна', '5А', [mother, father]),
  ],
};
