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

/** Code, the school's name, the portal's (positive), and a portal's name that is near but another code. */
const names: readonly (readonly [string, string, string, string, string])[] = [
  ['name-look-alike', anna, 'Ивaнова Анна Петровна', 'Иванoва Анна', 'name-patronymic'],
  ['name-yo', 'Королёва Анна Петровна', 'Королева Анна Петровна', 'Королеева Анна Петровна', 'name-typo'],
  [
    'name-spelling',
    'Мамин-Сибиряк Анна Петровна',
    'МАМИН-СИБИРЯК АННА ПЕТРОВНА',
    'Мамин Анна Петровна',
    'name-surname',
  ],
  ['name-patronymic', anna, 'Иванова Анна', 'Иванова Анна Павловна', 'name-differs'],
  ['name-surname', anna, 'Сидоренко Анна Петровна', 'Иванов Анна Петровна', 'name-typo'],
  ['name-typo', anna, 'Иваноав Анна Петровна', 'Сидоренко Анна Петровна', 'name-surname'],
  ['name-order', anna, 'Анна Иванова Петровна', 'Анна Иванова', 'name-differs'],
  ['name-differs', anna, 'Сидоренко Ольга Львовна', 'Сидоренко Анна Львовна', 'name-surname'],
];

test.each(names)(
  '%s: found, not found where nothing differs, told from what is near',
  (code, ours, theirs, near, instead) => {
    expect(codesOf(school(ours), portal(theirs))).toEqual([code]);
    expect(codesOf(school(ours), portal(ours))).toEqual([]);
    expect(codesOf(school(ours), portal(near))).toEqual([instead]);
  },
);

const phone = contact('phone', '+79035550000');
const otherPhone = contact('phone', '+79261234567');
const wrongSnils = withContact(contact('snils', '123-456-789 12', 'warning'));
const without = (kind: string) => usual.filter((one) => one.kind !== kind);

/** Code; codes where it is the case, where nothing is wrong, and where something near is. */
const records: readonly (readonly [string, () => string[], () => string[], () => string[], string])[] = [
  [
    'phone-former',
    () => codesOf(school(anna, usual, { formerContacts: [phone] }), portal(anna, withContact(phone))),
    () => codesOf(school(anna, usual, { formerContacts: [phone] }), portal()),
    () => codesOf(school(), portal(anna, withContact(phone))),
    'phone-differs',
  ],
  [
    'snils-wrong-check',
    () => codesOf(school(anna, wrongSnils), portal()),
    () => codesOf(school(), portal()),
    () => codesOf(school(), portal(anna, withContact(contact('snils', '087-654-303 00')))),
    'snils-differs',
  ],
  [
    'phone-missing',
    () => codesOf(school(anna, without('phone')), portal()),
    () => codesOf(school(anna, without('phone')), portal(anna, without('phone'))),
    () => codesOf(school(anna, without('email')), portal()),
    'email-missing',
  ],
  [
    'email-missing',
    () => codesOf(school(anna, without('email')), portal()),
    () => codesOf(school(), portal(anna, without('email'))),
    () => codesOf(school(anna, without('phone')), portal()),
    'phone-missing',
  ],
  [
    'leaver-in-portal',
    () => codesOf(school(anna, usual, { left: true }), portal()),
    () => codesOf(school(), portal()),
    () => codesOf(school(), portal('Сидоренко Анна Петровна')),
    'name-surname',
  ],
];

test.each(records)(
  '%s: found, not found where nothing is wrong, told from what is near',
  (code, wrong, right, near, instead) => {
    expect(wrong()).toEqual([code]);
    expect(right()).toEqual([]);
    expect(near()).toEqual([instead]);
  },
);

const childContact = contact('phone', '+79160000009');

/** A child with mother and father in the school, and the accounts of all three on the portal. */
interface Family {
  readonly child?: readonly PortalContact[];
  readonly mother?: readonly PortalContact[];
  readonly father?: readonly PortalContact[];
  readonly fatherName?: string;
  readonly accounts?: Partial<Record<'child' | 'mother' | 'father', readonly PortalContact[]>>;
  /** Whose accounts are not there at all. */
  readonly absent?: 'father' | 'child' | 'none';
}

const fatherContacts = [contact('phone', '+79160000001'), contact('email', 'ilya@mail.ru')];

function codesOfFamily({ accounts = {}, absent = 'none', ...own }: Family): string[] {
  const contacts = {
    child: own.child ?? [childContact],
    mother: own.mother ?? usual,
    father: own.father ?? fatherContacts,
  };
  const fatherName = own.fatherName ?? 'Иванов Илья Олегович';
  const people = [
    school('Иванов Пётр Ильич', contacts.child, { id: 3, kind: 'pupil', kin: [1, 2] }),
    school(anna, contacts.mother, { id: 1, kin: [3] }),
    school(fatherName, contacts.father, { id: 2, kin: [3] }),
  ];
  const file = [
    portal('Иванов Пётр Ильич', accounts.child ?? contacts.child, { kind: 'pupil', kin: [1, 2] }),
    portal(anna, accounts.mother ?? contacts.mother, { kin: [0] }),
    ...(absent === 'father' ? [] : [portal(fatherName, accounts.father ?? contacts.father, { kin: [0] })]),
  ];
  const links = file.map((_, at) => ({ ...link, portal: at, personId: [3, 1, 2][at] ?? 0 }));
  return end(findDifferences({ school: people, portal: file }, links)).map(({ code }) => code);
}

const sharedEmail = [contact('phone', '+79160000001'), contact('email', 'anna@mail.ru')];

/** Code, the family where it is the case, one that is near, and a code of that one. */
const families: readonly (readonly [string, Family, Family, string])[] = [
  ['pupil-guardian-same', { child: [otherPhone] }, { accounts: { child: [otherPhone] } }, 'phone-digit|phone-differs'],
  [
    'pupil-guardian-swapped',
    { accounts: { child: [otherPhone], mother: withContact(childContact) } },
    { accounts: { child: [otherPhone] } },
    'phone-digit|phone-differs',
  ],
  ['guardians-share-email', { father: sharedEmail }, { accounts: { father: sharedEmail } }, 'bound-to-other-parent'],
  ['guardian-twice', { fatherName: anna }, { fatherName: 'Иванова Алла Петровна' }, ''],
  [
    'bound-to-other-parent',
    { accounts: { mother: withContact(contact('phone', '+79160000001')) } },
    { accounts: { mother: withContact(contact('phone', '+79160000777')) } },
    'phone-differs',
  ],
  ['only-in-school', { absent: 'father' }, { absent: 'father', father: [] }, 'no-contact'],
  ['no-contact', { absent: 'father', father: [] }, { absent: 'father' }, 'only-in-school'],
];

test.each(families)(
  '%s: found in a family, not in one that is right, told from what is near',
  (code, wrong, near, instead) => {
    expect(codesOfFamily(wrong)).toContain(code);
    expect(codesOfFamily({})).toEqual([]);
    const other = codesOfFamily(near);
    expect(other).not.toContain(code);
    if (instead === '') expect(other).toEqual([]);
    else expect(other.some((found) => instead.split('|').includes(found))).toBe(true);
  },
);

test('somebody of the file whom nobody here is like is only in the portal; whoever is linked is not', () => {
  const stranger = { school: [], portal: [portal()] };
  expect(end(findDifferences(stranger, []))).toMatchObject([{ code: 'only-in-portal' }]);
  expect(codesOf(school(), portal())).toEqual([]);
  const suggested = { ...link, verdict: 'suggested' } as const;
  expect(end(findDifferences({ school: [school()], portal: [portal()] }, [suggested]))).toEqual([]);
});

test('every code has a test of its own', () => {
  const tested = [contacts, names, records, families].flatMap((table) => table.map(([code]) => code as string));
  expect([...tested, 'only-in-portal'].sort()).toEqual(Object.keys(findings).sort());
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
  const spoilt = { ...finding, code: 'name-look-alike', field: 'name', portalValue: 'Ивaнова Анна' } as const;
  expect(mayDecide(spoilt).take).toBe(false);
  expect(mayDecide({ ...spoilt, portalValue: 'Иванова Анна' }).take).toBe(true);
  expect(mayDecide({ ...finding, personId: null })).toEqual({ take: false, keep: false, separate: false });
});
