import type { DeskClient } from '../../../shared/contract/index.ts';
import { makeSchool, type RosterPupil, type RosterSchool, toMesCsv } from '../../../shared/demo/rosters.ts';
import { smallSchool } from './school-test.ts';

const wishes = { ...smallSchool, pupils: 30 };
const sixth = '6Б';

/** A school with two namesakes in one class, so that a row may mean either. */
function withNamesakes(school: RosterSchool): RosterSchool {
  const [one, other] = sixthOf(school).slice(-2);
  if (one === undefined || other === undefined) throw new Error('the class is too small');
  const { surname, firstName, patronymic, sex } = one;
  const pupils = school.pupils.map((pupil) =>
    pupil === other ? { ...pupil, surname, firstName, patronymic, sex } : pupil,
  );
  return { ...school, pupils };
}

const sixthOf = ({ pupils }: RosterSchool) => pupils.filter(({ className }) => className === sixth);

/** The school of these pictures, in which a list has been loaded since and two people were corrected by hand. */
export const importedSchool = { ...wishes, change: withNamesakes, prepare: loadAndCorrect };

/** A list that changes two patronymics, of which one is then corrected by hand; and a birthday corrected by hand. */
async function loadAndCorrect(client: DeskClient): Promise<void> {
  const [one, other, third] = sixthOf(withNamesakes(makeSchool(wishes)));
  if (one === undefined || other === undefined || third === undefined) throw new Error('the class is too small');
  const rows = [one, other].map((pupil) =>
    [pupil.surname, pupil.firstName, 'Львович', dotted(pupil), sixth].join('\t'),
  );
  const added = ['Синицын', 'Пётр', 'Ильич', '01.02.2015', sixth].join('\t');
  const text = ['Фамилия\tИмя\tОтчество\tДата рождения\tКласс', ...rows, added, ''].join('\n');
  const { fileToken } = await client.imports.paste({ text });
  for await (const event of await client.imports.preview({ fileToken, coverage: 'part' })) {
    if (event.kind !== 'done') continue;
    const { previewId, planHash } = event.preview;
    for await (const _ of await client.imports.apply({ previewId, planHash, piles: ['new', 'changed'] }));
  }
  await correct(client, one, { name: { surname: one.surname, firstName: one.firstName, patronymic: 'Лукич' } });
  await correct(client, third, { birthDate: '2014-12-31' });
}

type Correction = Omit<Parameters<DeskClient['pupils']['correct']>[0], 'personId'>;

async function correct(client: DeskClient, { surname, firstName }: RosterPupil, correction: Correction): Promise<void> {
  const { rows } = await client.pupils.list({ filter: { query: `${surname} ${firstName}` } });
  const personId = rows[0]?.id;
  if (personId === undefined) throw new Error(`There is no ${surname}`);
  await client.pupils.correct({ personId, ...correction });
}

const dotted = ({ birthDate }: RosterPupil) => birthDate.split('-').reverse().join('.');

/** People of another school, with logins and numbers that nobody has here. */
function strangers(count: number, classes: readonly string[]): readonly RosterPupil[] {
  const { pupils } = makeSchool({ seed: 77, pupils: count, classes });
  return pupils.map((pupil) => ({
    ...pupil,
    ...elsewhere(pupil.login),
    guardians: pupil.guardians.map((guardian) => ({ ...guardian, ...elsewhere(guardian.login) })),
  }));
}

const elsewhere = (login: string) => ({ login: `new-${login}`, email: '', phone: '', snils: '' });

/** Nothing by which a pupil is recognised at once. */
const unknown = { login: '', patronymic: '', snils: '', phone: '', email: '', guardians: [] };

/** A list with something for every pile, for remarks and for what is kept because it was typed by hand. */
export function everyPile(school: RosterSchool): Uint8Array {
  const own = sixthOf(school);
  const [, , , renamed, phoned, moved, unclear, refused, unsure] = own;
  const gone = own.slice(9, 13);
  const changes = new Map<RosterPupil | undefined, Partial<RosterPupil>>([
    [renamed, { surname: `${renamed?.surname}-Орлова`, phone: '+79261234567' }],
    [phoned, { email: 'новая.почта@example.ru', phone: '+7926 123-45-6' }],
    [moved, { className: '5А' }],
    [unclear, { ...unknown, birthDate: '2013-03-03' }],
    ...own.slice(-2).map((namesake) => [namesake, { ...unknown, birthDate: '' }] as const),
    [refused, { birthDate: '2014-02-41' }],
    [unsure, { snils: '123-456-789 12' }],
  ]);
  const kept = school.pupils.filter((pupil) => !gone.includes(pupil));
  const added = strangers(3, [sixth, '7В']);
  const nameless = added.slice(0, 1).map((pupil) => ({ ...pupil, surname: '', firstName: '', className: sixth }));
  const pupils = [...kept.map((pupil) => ({ ...pupil, ...changes.get(pupil) })), ...added, ...nameless];
  return toMesCsv({ ...school, pupils });
}

/** Lists that are held, by the brake that holds them. */
export const heldLists: Readonly<Record<string, (school: RosterSchool) => Uint8Array>> = {
  'other-file': (school) => toMesCsv({ ...school, pupils: strangers(14, [sixth]) }),
  'many-change': (school) =>
    toMesCsv({ ...school, pupils: school.pupils.map((pupil) => ({ ...pupil, patronymic: 'Никитична' })) }),
  'class-emptied': (school) => {
    const leaving = sixthOf(school).slice(0, 2);
    const staying = school.pupils.filter((pupil) => !leaving.includes(pupil));
    const pupils = staying.map((pupil) => (pupil.className === sixth ? { ...pupil, className: '6В' } : pupil));
    return toMesCsv({ ...school, pupils });
  },
};

/** Staff, one of whom has a class. */
export const staffList = [
  'ФИО учителя;Должность;Классное руководство;Телефон',
  'Серова Ольга Петровна;учитель;5А;8 926 123-45-67',
  'Лосев Иван Ильич;завуч;;',
  '',
].join('\n');

/** A short list whose columns say nothing of themselves. */
export const untitledList = 'а,б,в\nСиницын,Пётр,7Д\nГалкина,Ольга,7Д\n';
