import { expect, test } from 'vitest';
import { maskPair, maskValue, mayDecide } from '../../shared/domain/finding-decisions.ts';
import { nameKey } from '../../shared/domain/person-name.ts';
import type { PortalContact, PortalPerson } from '../../shared/domain/portal-people.ts';
import { findDuplicates } from '../../shared/domain/reconcile-duplicates.ts';
import { findDifferences } from '../../shared/domain/reconcile-findings.ts';
import { linkPeople } from '../../shared/domain/reconcile-linking.ts';
import type { SchoolPerson } from '../../shared/domain/reconcile-people.ts';
import { findings } from '../../shared/i18n/ru/findings.ts';
import { linkReasons } from '../../shared/i18n/ru/link-reasons.ts';

const name = (text: string) => {
  const [surname = '', firstName = '', patronymic = ''] = text.split(' ');
  return { surname, firstName, patronymic };
};

const contact = (kind: PortalContact['kind'], value: string, checked: PortalContact['checked'] = 'ok') => {
  const key = kind === 'email' ? value.toLowerCase() : kind === 'phone' ? value : value.replace(/\D/g, '');
  return { kind, value, key, checked };
};

const anna = 'Иванова Анна Петровна';
const usual = [contact('phone', '+79261234567'), contact('email', 'anna@mail.ru'), contact('snils', '112-233-445 95')];

function school(
  text = anna,
  contacts: readonly PortalContact[] = usual,
  more: Partial<SchoolPerson> = {},
): SchoolPerson {
  const full = name(text);
  return {
    ...{ id: 1, kind: 'guardian', name: full, nameKey: nameKey(full), birthDate: undefined, className: '5А' },
    ...{ classKey: '5а', contacts, codes: [], kin: [], sex: undefined, formerSurnames: [], formerContacts: [] },
    ...{ left: false, ...more },
  };
}

function portal(
  text = anna,
  contacts: readonly PortalContact[] = usual,
  more: Partial<PortalPerson> = {},
): PortalPerson {
  const full = name(text);
  return {
    ...{ rowNumber: 2, place: 0, kind: 'guardian', name: full, nameKey: nameKey(full), birthDate: undefined },
    ...{ className: '5А', classKey: '5а', contacts, codes: [], kin: [], ...more },
  };
}

function end<Result>(job: Generator<number, Result>): Result {
  for (;;) {
    const step = job.next();
    if (step.done) return step.value;
  }
}

const link = { portal: 0, personId: 1, verdict: 'linked', score: 1, reasons: [] } as const;
const codesOf = (ours: SchoolPerson, theirs: PortalPerson) =>
  end(findDifferences({ school: [ours], portal: [theirs] }, [link])).map(({ code }) => code);

const withContact = (changed: PortalContact) => [...usual.filter(({ kind }) => kind !== changed.kind), changed];

/** Code, what the portal has (positive), and what is near but another code or none (near miss). */
const contacts: readonly (readonly [string, PortalContact, PortalContact, string])[] = [
  ['email-domain-typo', contact('email', 'anna@mail.ri'), contact('email', 'anna@yandex.ru'), 'email-differs'],
  ['email-typo', contact('email', 'ana@mail.ru'), contact('email', 'olga@mail.ru'), 'email-differs'],
  ['email-case', contact('email', 'Anna@mail.ru'), contact('email', 'anna@mail.ru'), ''],
  ['email-differs', contact('email', 'new@list.ru'), contact('email', 'anna@mail.ru'), ''],
  ['phone-digit', contact('phone', '+79261234568'), contact('phone', '+79261234598'), 'phone-differs'],
  ['phone-swapped', contact('phone', '+79261234576'), contact('phone', '+79261234577'), 'phone-digit'],
  ['phone-landline', contact('phone', '+74951234567'), contact('phone', '+79161234000'), 'phone-differs'],
  ['phone-foreign', contact('phone', '+77011234567'), contact('phone', '+375291234567'), 'phone-foreign'],
  ['phone-differs', contact('phone', '+79035550000'), contact('phone', '+79261234567'), ''],
  ['snils-differs', contact('snils', '087-654-303 00'), contact('snils', '112-233-445 95'), ''],
];

test.each(contacts)(
  '%s: found, not found where nothing differs, told from what is near',
  (code, wrong, near, instead) => {
    const found = codesOf(school(), portal(anna, withContact(wrong)));
    const expected = code === 'phone-foreign' ? ['phone-differs', 'phone-foreign'] : [code];
    expect(expected).toContain(found[0]);
    expect(codesOf(school(), portal())).toEqual([]);
    const other = codesOf(school(), portal(anna, withContact(near)));
    expect(other).toEqual(instead === '' ? [] : [instead]);
  },
);

const names: readonly (readonly [string, string, string])[] = [
  ['name-look-alike', anna, 'Ивaнова Анна Петровна'],
  ['name-yo', 'Королёва Анна Петровна', 'Королева Анна Петровна'],
  ['name-patronymic', anna, 'Иванова Анна'],
  ['name-surname', anna, 'Сидоренко Анна Петровна'],
  ['name-typo', anna, 'Иваноав Анна Петровна'],
  ['name-order', anna, 'Анна Иванова Петровна'],
];

test.each(names)('%s', (code, ours, theirs) => {
  expect(codesOf(school(ours), portal(theirs))).toEqual([code]);
  expect(codesOf(school(ours), portal(ours))).toEqual([]);
});

test('a former phone of the school, a wrong check digit, a missing contact, a leaver', () => {
  const former = [contact('phone', '+79035550000')];
  const old = portal(anna, withContact(contact('phone', '+79035550000')));
  expect(codesOf(school(anna, usual, { formerContacts: former }), old)).toEqual(['phone-former']);
  const wrong = withContact(contact('snils', '123-456-789 12', 'warning'));
  expect(codesOf(school(anna, wrong), portal())).toEqual(['snils-wrong-check']);
  const less = usual.filter(({ kind }) => kind !== 'phone');
  expect(codesOf(school(anna, less), portal())).toEqual(['phone-missing']);
  expect(codesOf(school(anna, usual, { left: true }), portal())).toEqual(['leaver-in-portal']);
});

test('inside a family: shared contacts, one parent twice, the other parent’s account', () => {
  const child = school('Иванов Пётр Ильич', [usual[0] ?? contact('phone', '')], { id: 3, kind: 'pupil', kin: [1, 2] });
  const mother = school(anna, usual, { kin: [3] });
  const fathers = [contact('phone', '+79160000001'), contact('email', 'anna@mail.ru')];
  const father = school('Иванов Илья Олегович', fathers, { id: 2, kin: [3] });
  const file = [
    portal('Иванов Пётр Ильич', [], { kind: 'pupil', kin: [1] }),
    portal(anna, [contact('phone', '+79160000001')], { kin: [0] }),
  ];
  const links = [
    { ...link, portal: 0, personId: 3 },
    { ...link, portal: 1, personId: 1 },
  ];
  const codes = (people: readonly SchoolPerson[]) =>
    end(findDifferences({ school: people, portal: file }, links)).map(({ code }) => code);
  const found = codes([mother, father, child]);
  expect(found).toEqual(
    expect.arrayContaining(['pupil-guardian-same', 'guardians-share-email', 'bound-to-other-parent', 'only-in-school']),
  );
  const twice = { ...father, name: mother.name, nameKey: mother.nameKey, contacts: [] };
  expect(codes([mother, twice, child])).toEqual(expect.arrayContaining(['guardian-twice', 'no-contact']));
  expect(end(findDifferences({ school: [], portal: [portal()] }, []))).toMatchObject([{ code: 'only-in-portal' }]);
});

test('links: sure with the name and a contact, only offered with half of it, never again once parted', () => {
  const one = (theirs: PortalPerson, said: readonly { portal: number; personId: number; same: boolean }[] = []) =>
    end(linkPeople({ school: [school()], portal: [theirs], said }))[0];
  expect(one(portal())).toMatchObject({ verdict: 'linked', personId: 1 });
  expect(one(portal('Сидоренко Анна Петровна'))).toMatchObject({ verdict: 'linked' });
  expect(one(portal('Иванова Анна', []))).toMatchObject({ verdict: 'suggested' });
  expect(one(portal('Козлов Игорь Львович', []))).toBeUndefined();
  expect(one(portal(), [{ portal: 0, personId: 1, same: false }])).toBeUndefined();
  expect(one(portal('Козлов Игорь Львович', []), [{ portal: 0, personId: 1, same: true }])).toMatchObject({ score: 1 });
});

test('namesakes of one class are never linked without a person; duplicates need more than a name', () => {
  const namesakes = [school(anna, []), school(anna, [], { id: 2 })];
  const links = end(linkPeople({ school: namesakes, portal: [portal(anna, [])], said: [] }));
  expect(links.map(({ verdict }) => verdict)).toEqual(['suggested']);
  const twice = [school(), school('Иванова Анна', [usual[0] ?? contact('phone', '')], { id: 2 })];
  expect(end(findDuplicates(twice))).toMatchObject([{ firstId: 1, secondId: 2 }]);
  const other = school('Петрова Ольга Львовна', [], { id: 2 });
  expect(end(findDuplicates([school(), other]))).toEqual([]);
});

test('every code and reason has words; a value is hidden but recognisable', () => {
  const reasons = end(linkPeople({ school: [school()], portal: [portal()], said: [] })).flatMap((one) => one.reasons);
  for (const { code } of reasons) expect(Object.keys(linkReasons)).toContain(code);
  for (const [code] of [...contacts, ...names]) expect(Object.keys(findings)).toContain(code);
  expect(maskValue('phone', '+7 926 123-45-67')).toBe('••• 4567');
  expect(maskValue('email', 'anna@mail.ru')).toBe('a•••@mail.ru');
  expect(maskValue('snils', '112-233-445 95')).toBe('***-***-445 95');
  expect(maskPair('phone', '+7 926 123-45-67', '+7 926 723-45-67')).toEqual(['••• 1234567', '••• 7234567']);
  expect(maskPair('email', 'anna@mail.ru', 'alla@mail.ru')).toEqual(['ann•••a@mail.ru', 'all•••a@mail.ru']);
  expect(maskPair('snils', '112-233-445 95', '087-233-445 95')[1]).toBe('***-***-445 95');
});

test('the portal’s value can be taken only where it stands against the school’s', () => {
  const finding = {
    code: 'email-differs',
    field: 'email',
    personId: 1,
    portalId: 2,
    schoolValue: 'a',
    portalValue: 'b',
  } as const;
  expect(mayDecide(finding)).toEqual({ take: true, keep: true, separate: true });
  expect(mayDecide({ ...finding, code: 'bound-to-other-parent' }).take).toBe(false);
  expect(mayDecide({ ...finding, personId: null })).toEqual({ take: false, keep: false, separate: false });
});
