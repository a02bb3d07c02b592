import { createRouterClient } from '@orpc/server';
import type { DeskContext, OpenRegistry } from '../../main/registry/context.ts';
import { putClassesOfUser } from '../../main/registry/db/reach.ts';
import { insertUser } from '../../main/registry/db/users.ts';
import { router } from '../../main/registry/router.ts';
import { contract, type DeskClient, type RoutePath } from '../../shared/contract/index.ts';
import type { Role } from '../../shared/contract/registry.ts';
import type { RosterPupil } from '../../shared/demo/rosters.ts';
import { everybody, makePaperDesk, type PaperDesk } from './paper-desk.ts';

const nobody = { email: '', phone: '', snils: '', guid: '', login: '', sex: 'female' } as const;

function pupil(surname: string, className: string): RosterPupil {
  const guardian = { ...nobody, surname, firstName: 'Ольга', patronymic: 'Юрьевна', relation: 'мать' } as const;
  const name = { surname, firstName: 'Анна', patronymic: 'Петровна' };
  return { ...nobody, ...name, className, guardians: [guardian], birthDate: '2015-05-05' };
}

const teacher = { ...nobody, surname: 'А', firstName: 'Б', patronymic: '', birthDate: '' };
const schoolClass = (name: string) => ({ name, grade: 0, letter: '', guid: '', teacher });

/** Surname of those whom the class teacher of 5А must never see. */
export const foreignSurname = 'Чужакова';

/** Own and foreign rows of each kind: one pupil with a guardian, logins, a code and a print batch in each of two classes. */
export interface Rows {
  readonly classId: number;
  readonly pupilId: number;
  readonly credentialId: number;
  readonly codeId: number;
  readonly batchId: number;
  readonly issueId: number;
}

async function rowsOf({ client, classId }: PaperDesk, className: string): Promise<Rows> {
  const scope = { kind: 'class', classId: classId(className) } as const;
  const { issueId } = await client.credentials.issue({ scope, for: ['pupil', 'guardian'] });
  const { batchId } = await client.slips.prepare({ selection: { ...everybody, scope } });
  await client.slips.confirmPrinted({ batchId });
  const [first] = await client.handover.list({ scope });
  const { rows } = await client.pupils.list({ filter: { classId: scope.classId } });
  const pupilId = rows[0]?.id ?? 0;
  const value = className === '5А' ? 'aaaaaaaa' : 'bbbbbbbb';
  const saved = await client.codes.save({ pupilId, value });
  if (saved.kind !== 'saved' || !first || issueId === null) throw new Error('the school is not as expected');
  return { classId: scope.classId, pupilId, credentialId: first.credentialId, codeId: saved.codeId, batchId, issueId };
}

/** A desk with two classes and a user of every role; the class teacher answers for 5А. */
export async function makeRightsDesk() {
  const classes = ['5А', '10А'].map(schoolClass);
  const made = await makePaperDesk({ classes, pupils: [pupil('Яковлева', '5А'), pupil(foreignSurname, '10А')] });
  const own = await rowsOf(made, '5А');
  const foreign = await rowsOf(made, '10А');
  /** What the routes are served with for a person of this role who is signed in. */
  const contextOf = async (role: Role): Promise<DeskContext> => {
    const user = await insertUser(made.registry.db, { name: role, role, now: made.context.surroundings.now() });
    if (role === 'class-teacher') await putClassesOfUser(made.registry.db, user.id, [own.classId]);
    const registry: OpenRegistry = { ...made.registry, user };
    return { ...made.context, desk: { ...made.context.desk, opened: () => registry } };
  };
  const as = async (role: Role): Promise<DeskClient> => createRouterClient(router, { context: await contextOf(role) });
  return { ...made, own, foreign, as, contextOf };
}

/** Every route of the contract, read from the contract itself. */
export const allRoutes = Object.entries(contract).flatMap(([noun, verbs]) =>
  Object.keys(verbs).map((verb) => `${noun}.${verb}` as RoutePath),
);

/** Calls a route by its path; the answer, or the code or reason of the refusal. */
export async function ask(client: DeskClient, route: RoutePath, input?: unknown): Promise<Answer> {
  const [noun, verb] = route.split('.') as [keyof DeskClient, string];
  const verbs = client[noun] as unknown as Readonly<Record<string, (given: unknown) => Promise<unknown>>>;
  try {
    return { kind: 'answer', text: JSON.stringify((await verbs[verb]?.(input)) ?? null) };
  } catch (error) {
    const { code, data } = error as { code?: string; data?: { reason?: string } };
    return { kind: 'refusal', why: data?.reason ?? code ?? String(error) };
  }
}

export type Answer = { readonly kind: 'answer'; readonly text: string } | { kind: 'refusal'; why: string };
