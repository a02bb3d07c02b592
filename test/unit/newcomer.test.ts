import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alikePupils, isOfferedFor } from '../../shared/domain/matching/alike-people.ts';
import { isBlankGuardian, readNewGuardian, readNewPupil } from '../../shared/domain/newcomer.ts';
import { nameKey, parseFullName } from '../../shared/domain/person-name.ts';

const today = '2026-10-12';
const pupilForm = {
  name: { surname: 'Котов', firstName: 'Илья', patronymic: '' },
  className: '3б',
  birthDate: '',
  sex: null,
};
const guardianForm = { name: pupilForm.name, relation: 'father' as const, phone: '', email: '' };

/** Anything that can be typed, with much of what fields are made of. */
const typed = fc.string({ unit: fc.constantFrom(...'аЯё -.,@+0123456789бX\u00A0'), maxLength: 24 });
const typedName = fc.record({ surname: typed, firstName: typed, patronymic: typed });

describe('a typed pupil', () => {
  test.each([
    [{ name: { surname: ' ', firstName: '-', patronymic: 'Ильич' } }, { surname: 'required', firstName: 'required' }],
    [{ className: '  ' }, { class: 'required' }],
    [{ birthDate: '3 апреля' }, { birthDate: 'date' }],
    [{ birthDate: '03.04.17' }, { birthDate: 'four-digit-year' }],
    [{ birthDate: '04.13.2017' }, { birthDate: 'day-month-order' }],
    [{ birthDate: '31.02.2017' }, { birthDate: 'real-date' }],
    [{ birthDate: '03.04.2026' }, { birthDate: 'age-3-to-100' }],
  ])('%j has the faults %j', (form, faults) => {
    expect(readNewPupil({ ...pupilForm, ...form }, today)).toEqual({ kind: 'faulty', faults });
  });

  test('is read into the forms of the registry', () => {
    const form = { ...pupilForm, name: { surname: 'КОТОВ', firstName: ' илья ', patronymic: '' } };
    expect(readNewPupil({ ...form, className: '3 «б» класс', birthDate: '3.4.2017' }, today)).toEqual({
      kind: 'read',
      value: {
        name: pupilForm.name,
        nameKey: 'котов|илья|',
        schoolClass: { title: '3Б', key: '3Б' },
        birthDate: '2017-04-03',
        sex: undefined,
      },
    });
  });

  test('whatever is typed, is read or has a fault in a field that is there; what was read is read again as the same', () => {
    fc.assert(
      fc.property(typedName, typed, fc.oneof(fc.constantFrom('', '3.4.2017'), typed), (name, className, birthDate) => {
        const first = readNewPupil({ name, className, birthDate, sex: null }, today);
        if (first.kind === 'faulty') {
          expect(Object.keys(first.faults)).not.toEqual([]);
          return;
        }
        const { value } = first;
        expect([value.name.surname, value.name.firstName, value.schoolClass.title]).not.toContain('');
        const form = { name: value.name, className: value.schoolClass.title, birthDate: value.birthDate ?? '' };
        expect(readNewPupil({ ...form, sex: null }, today)).toEqual(first);
      }),
    );
  });
});

describe('a typed guardian', () => {
  test.each([
    [{ phone: '12345' }, { phone: 'phone' }],
    [{ phone: 'мама' }, { phone: 'phone' }],
    [{ phone: '8 926 123-45-67, 8 926 123' }, { phone: 'phone' }],
    [{ email: 'котов@mail.ru' }, { email: 'latin-letters' }],
    [{ email: 'kotov.mail.ru' }, { email: 'at-sign' }],
    [{ email: 'kotov@mail' }, { email: 'domain' }],
    [{ email: 'kotov@temp.ru' }, { email: 'filler' }],
    [{ name: { surname: '', firstName: '', patronymic: '' } }, { surname: 'required', firstName: 'required' }],
  ])('%j has the faults %j', (form, faults) => {
    expect(readNewGuardian({ ...guardianForm, ...form })).toEqual({ kind: 'faulty', faults });
  });

  test('has every number of the field once, with the word beside it', () => {
    const reading = readNewGuardian({ ...guardianForm, phone: '8 926 123-45-67 мама; +79261234567, 84951234567 дом' });
    const contacts = reading.kind === 'read' ? reading.value.contacts : [];
    expect(contacts.map(({ key, label }) => [key, label])).toEqual([
      ['+79261234567', 'мама'],
      ['+74951234567', 'дом'],
    ]);
  });

  test('no contact that was read is one that an import would warn of, and none is twice', () => {
    fc.assert(
      fc.property(typed, typed, (phone, email) => {
        const reading = readNewGuardian({ ...guardianForm, phone, email });
        if (reading.kind === 'faulty') return;
        const keys = reading.value.contacts.map(({ kind, key }) => `${kind} ${key}`);
        expect(new Set(keys).size).toBe(keys.length);
        expect(reading.value.contacts.every(({ checked }) => checked === 'ok')).toBe(true);
        if (phone.trim() !== '') expect(keys.some((key) => key.startsWith('phone'))).toBe(true);
      }),
    );
  });

  test('is blank when nothing was typed', () => {
    const blank = { ...guardianForm, name: { surname: ' ', firstName: '', patronymic: '' } };
    expect([isBlankGuardian(blank), isBlankGuardian({ ...blank, phone: '8' })]).toEqual([true, false]);
  });
});

describe('alike', () => {
  const pupil = (fullName: string, birthDate: string | undefined, key: string) => ({
    name: parseFullName(fullName, 'surname-first'),
    nameKey: nameKey(parseFullName(fullName, 'surname-first')),
    ...{ birthDate, sex: undefined, schoolClass: { title: key, key } },
  });
  const known = (id: number, fullName: string, birthDate: string | undefined, classKey: string) => {
    const { schoolClass: _, ...facts } = pupil(fullName, birthDate, classKey);
    return { ...facts, id, classKey, formerSurnames: [] };
  };

  test('are those of the same name first; brothers and others are not', () => {
    const people = [
      known(1, 'Котов Илия Ильич', '2017-04-03', '3Б'),
      known(2, 'Котов Илья Ильич', '2016-01-01', '4А'),
      known(3, 'Котов Марк Ильич', '2019-05-06', '1А'),
      known(4, 'Зимин Илья Олегович', '2017-04-03', '3Б'),
    ];
    const found = alikePupils(pupil('Котов Илья Ильич', '2017-04-03', '3Б'), people);
    expect(found.map(({ id }) => id)).toEqual([2, 1]);
  });

  test('is everybody with the very same facts, whatever they are', () => {
    fc.assert(
      fc.property(typedName, fc.option(fc.constant('2017-04-03'), { nil: undefined }), (name, birthDate) => {
        const facts = { nameKey: nameKey(name), birthDate };
        const one = { ...facts, name, sex: undefined, schoolClass: { title: '3Б', key: '3Б' } };
        expect(alikePupils(one, [{ ...facts, classKey: '3Б', formerSurnames: [] }])).toHaveLength(1);
      }),
    );
  });

  const guardian = (fullName: string, ...contacts: (readonly [string, string])[]) => ({
    nameKey: nameKey(parseFullName(fullName, 'surname-first')),
    contacts: contacts.map(([kind, key]) => ({ kind: kind as 'phone' | 'email', key, value: key, label: '' })),
  });
  const anna = guardian('Котова Анна Сергеевна', ['phone', '+79261234567'], ['email', 'a@post.example.com']);

  test.each<[string, ReturnType<typeof guardian>, boolean, boolean]>([
    ['e-mail', guardian('Зимина Ольга', ['email', 'a@post.example.com']), false, true],
    ['phone and name', guardian('Котова Анна', ['phone', '+79261234567']), false, true],
    ['phone of another', guardian('Котов Илья', ['phone', '+79261234567']), false, false],
    ['name alone', guardian('Котова Анна Сергеевна'), false, false],
    ['name alone in one card', guardian('Котова Анна Сергеевна'), true, true],
    ['nothing', guardian('Котов Илья'), true, false],
  ])('a guardian is offered by %s', (_, typedGuardian, ofPupil, offered) => {
    const contacts = typedGuardian.contacts.map((contact) => ({ ...contact, checked: 'ok' as const }));
    expect(isOfferedFor({ ...typedGuardian, contacts }, anna, ofPupil)).toBe(offered);
  });
});
