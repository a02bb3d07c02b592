import type { DeskClient } from '../../shared/contract/index.ts';
import type { RosterGuardian, RosterPupil, RosterSchool } from '../../shared/demo/rosters.ts';
import { findings } from '../../shared/i18n/ru/findings.ts';

/** A reason why school and portal differ, as `findings` names it. */
export type FindingCode = keyof typeof findings;

/** Every reason there is. */
export const everyReason = Object.keys(findings) as readonly FindingCode[];

type Changes<Person> = { readonly [Key in keyof Person]?: string };

/** New values of a family's members; `null` takes a guardian away. */
interface Changed {
  readonly pupil?: Changes<RosterPupil>;
  readonly mother?: Changes<RosterGuardian> | null;
  readonly father?: Changes<RosterGuardian> | null;
}

type Change = (mother: RosterGuardian, father: RosterGuardian) => Changed;

/** How a family is made to differ: what the school has, then what the portal has. */
const troubles: Readonly<Record<FindingCode, { readonly school?: Change; readonly portal?: Change }>> = {
  'only-in-school': { portal: () => ({ father: null }) },
  'only-in-portal': { portal: strangers },
  'no-contact': {
    school: () => ({ mother: { phone: '', email: '', snils: '' } }),
    portal: () => ({ mother: null }),
  },
  'email-domain-typo': { portal: ({ email }) => ({ mother: { email: email.replace('.com', '.con') } }) },
  'email-typo': { portal: ({ email }) => ({ mother: { email: email.replace('@', 'z@') } }) },
  'email-case': { portal: ({ email }) => ({ mother: { email: email.replace(/^./, (one) => one.toUpperCase()) } }) },
  'email-differs': { portal: () => ({ mother: { email: 'quite.another@post.example.com' } }) },
  'email-missing': {
    school: () => ({ mother: { email: '' } }),
    portal: () => ({ mother: { email: 'written.there@mail.example.com' } }),
  },
  'phone-digit': {
    school: () => ({ mother: { phone: '+79161230000' } }),
    portal: () => ({ mother: { phone: '+79161230007' } }),
  },
  'phone-swapped': {
    school: () => ({ mother: { phone: '+79161234567' } }),
    portal: () => ({ mother: { phone: '+79161234576' } }),
  },
  'phone-former': {},
  'phone-landline': { portal: () => ({ mother: { phone: '+74951234567' } }) },
  'phone-foreign': { portal: () => ({ mother: { phone: '+998901234567' } }) },
  'phone-differs': { portal: () => ({ mother: { phone: '+79035550101' } }) },
  'phone-missing': { school: () => ({ mother: { phone: '' } }), portal: () => ({ mother: { phone: '+79035550102' } }) },
  'snils-differs': { portal: () => ({ mother: { snils: '112-233-445 95' } }) },
  'snils-wrong-check': {
    school: () => ({ mother: { snils: '112-233-446 11' } }),
    portal: () => ({ mother: { snils: '' } }),
  },
  'name-look-alike': { portal: ({ surname }) => ({ mother: { surname: surname.replace(/[ао]/, latinTwin) } }) },
  'name-yo': { school: () => ({ mother: { firstName: 'Алёна' } }), portal: () => ({ mother: { firstName: 'Алена' } }) },
  'name-spelling': {
    school: () => ({ mother: { surname: 'Римская-Корсакова' } }),
    portal: () => ({ mother: { surname: 'Римская Корсакова' } }),
  },
  'name-patronymic': { portal: () => ({ mother: { patronymic: '' } }) },
  'name-surname': { portal: () => ({ mother: { surname: 'Вишневецкая-Преображенская' } }) },
  'name-typo': {
    school: () => ({ mother: { firstName: 'Валентина' } }),
    portal: () => ({ mother: { firstName: 'Валинтина' } }),
  },
  'name-order': {
    portal: ({ surname, firstName }) => ({ mother: { surname: firstName, firstName: surname } }),
  },
  'name-differs': {
    school: () => ({ mother: { firstName: 'Мария' } }),
    portal: () => ({ mother: { firstName: 'Зульфия' } }),
  },
  'pupil-guardian-same': { school: ({ phone }) => ({ pupil: { phone } }) },
  'pupil-guardian-swapped': {
    school: () => ({ pupil: { phone: '+79035550103' } }),
    portal: ({ phone }) => ({ pupil: { phone }, mother: { phone: '+79035550103' } }),
  },
  'guardians-share-email': { school: ({ email }) => ({ father: { email } }) },
  'guardian-twice': {},
  'bound-to-other-parent': { portal: (_mother, { phone }) => ({ mother: { phone } }) },
  'leaver-in-portal': {},
};

const latinTwin = (letter: string) => (letter === 'а' ? 'a' : 'o');

function strangers(): Changed {
  const nobody = { surname: 'Незнакомцева', email: 'stranger@mail.example.com', phone: '+79035550105', snils: '' };
  return {
    pupil: { surname: 'Незнакомцева', firstName: 'Аглая', birthDate: '2014-02-03', phone: '', email: '', snils: '' },
    mother: { ...nobody, firstName: 'Фаина' },
    father: null,
  };
}

/** A school and what the portal has of it: one family for every reason, in the order of `everyReason`. */
export interface TroubledSchool {
  readonly school: RosterSchool;
  readonly portalCsv: string;
}

/** Takes as many families with two guardians of their own from a school as there are reasons. */
export function troubleSchool(from: RosterSchool): TroubledSchool {
  const whole = from.pupils.filter(
    ({ guardians }) =>
      guardians.length === 2 && from.pupils.filter((other) => other.guardians[0] === guardians[0]).length === 1,
  );
  const ours = everyReason.map((code, at) => changed(whole[at] as RosterPupil, troubles[code].school));
  const theirs = everyReason.map((code, at) => changed(ours[at] as RosterPupil, troubles[code].portal));
  return { school: { ...from, pupils: ours }, portalCsv: toCsv(theirs) };
}

function changed(pupil: RosterPupil, change: Change | undefined): RosterPupil {
  const [mother, father] = pupil.guardians;
  if (change === undefined || mother === undefined || father === undefined) return pupil;
  const wishes = change(mother, father);
  const guardians = [
    wishes.mother === null ? undefined : { ...mother, ...wishes.mother },
    wishes.father === null ? undefined : { ...father, ...wishes.father },
  ];
  return {
    ...pupil,
    ...wishes.pupil,
    guardians: guardians.filter((one) => one !== undefined),
  } as RosterPupil;
}

/** What only work in the registry can bring about: a number replaced, a pupil who left, a parent named as the other one. */
export async function prepareTroubles(client: DeskClient, { school: { pupils } }: TroubledSchool): Promise<void> {
  const { rows } = await client.pupils.list({ page: { offset: 0, limit: 200 } });
  const cardOf = (code: FindingCode) => {
    const pupil = pupils[everyReason.indexOf(code)];
    const row = rows.find(({ name }) => name.surname === pupil?.surname && name.firstName === pupil.firstName);
    return client.pupils.card({ pupilId: row?.id ?? 0 });
  };
  await client.pupils.correct({ personId: (await cardOf('leaver-in-portal')).person.id, status: 'left' });
  const [mother] = (await cardOf('phone-former')).guardians;
  await client.pupils.correct({
    personId: mother?.person.id ?? 0,
    addContacts: [{ kind: 'phone', value: '+79035550104' }],
    closeContacts: mother?.person.contacts.filter(({ kind }) => kind === 'phone').map(({ id }) => id) ?? [],
  });
  const [first, second] = (await cardOf('guardian-twice')).guardians;
  if (first !== undefined) await client.pupils.correct({ personId: second?.person.id ?? 0, name: first.person.name });
}

/** Compares the file with the registry, and says of every likely pair that it is one person. */
export async function compareWithPortal(client: DeskClient, fileToken: string): Promise<void> {
  for await (const event of await client.reconciliation.run({ fileToken })) {
    if (event.kind !== 'done') continue;
    const { rows } = await client.reconciliation.suggestions({ runId: event.run.id });
    for (const { portalId, personId } of rows)
      await client.reconciliation.decideLink({ portalId: portalId ?? 0, personId: personId ?? 0, same: true });
  }
}

function toCsv(pupils: readonly RosterPupil[]): string {
  const titles = ['ФИО', 'Телефон', 'Email', 'СНИЛС'];
  const header = ['Класс', 'ФИО ученика', 'Дата рождения', 'Телефон ученика', 'Email ученика', 'СНИЛС ученика'];
  const blocks = [1, 2].flatMap((number) => titles.map((title) => `${title} представителя ${number}`));
  const lines = pupils.map((pupil) => [
    ...[pupil.className, fullName(pupil), pupil.birthDate.split('-').reverse().join('.')],
    ...[pupil.phone ?? '', pupil.email ?? '', pupil.snils ?? ''],
    ...[0, 1].flatMap((place) => block(pupil.guardians[place])),
  ]);
  return `\uFEFF${[[...header, ...blocks], ...lines].map((cells) => cells.join(';')).join('\r\n')}\r\n`;
}

const block = (guardian: RosterGuardian | undefined) =>
  guardian === undefined ? ['', '', '', ''] : [fullName(guardian), guardian.phone, guardian.email, guardian.snils];

const fullName = ({ surname, firstName, patronymic }: Pick<RosterGuardian, 'surname' | 'firstName' | 'patronymic'>) =>
  [surname, firstName, patronymic].filter((part) => part !== '').join(' ');
