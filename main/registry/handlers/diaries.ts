import type { z } from 'zod';
import type { ownDiarySystemSchema } from '../../../shared/contract/settings.ts';
import { expiryOf } from '../../../shared/domain/expiry.ts';
import { planLogins, planPassword } from '../../../shared/domain/issue-plan.ts';
import type { LoginScheme } from '../../../shared/domain/login.ts';
import { type PasswordPolicy, passwordEntropyBits } from '../../../shared/domain/password.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import { pictureFacts } from '../../../shared/domain/picture.ts';
import type { RandomInt } from '../../../shared/domain/random.ts';
import type { OpenRegistry } from '../context.ts';
import { currentAcademicYear } from '../db/academic-years.ts';
import { appendAudit } from '../db/audit.ts';
import {
  assignDiary,
  classDiaries,
  findDiary,
  knownDiaries,
  ownDiaries,
  putDiary,
  removeDiary,
} from '../db/diaries.ts';
import { type Picture, putLogo, readLogo } from '../db/pictures.ts';
import { write } from '../db/transaction.ts';
import { refuse } from '../refuse.ts';
import { openRoutes, routes } from '../routes.ts';

type OwnDiary = z.infer<typeof ownDiarySystemSchema>;

async function saveDiary(registry: OpenRegistry, now: Date, { id: given, ...profile }: OwnDiary, newId: string) {
  const id = given ?? newId;
  return write(registry, async (transaction) => {
    const own = await ownDiaries(transaction);
    if (given !== undefined && !own.some((system) => system.id === given)) throw refuse('not-found');
    const row = { ...profile, id, own: true };
    await putDiary(transaction, row);
    await appendAudit(transaction, registry, { now, action: 'diary-profile-changed', subject: profile.name.ru });
    return row;
  });
}

async function deleteDiary(registry: OpenRegistry, now: Date, id: string): Promise<void> {
  await write(registry, async (transaction) => {
    const own = await ownDiaries(transaction);
    if (!own.some((system) => system.id === id)) throw refuse('not-found');
    if (!(await removeDiary(transaction, id))) throw refuse('in-use-diary');
    await appendAudit(transaction, registry, { now, action: 'diary-profile-changed' });
  });
}

interface Assignment {
  readonly classIds: readonly number[];
  readonly diarySystemId: string | null;
  readonly address: string;
}

function assign(registry: OpenRegistry, now: Date, { classIds, diarySystemId, address }: Assignment) {
  return write(registry, async (transaction) => {
    const known = diarySystemId === null || (await findDiary(transaction, diarySystemId)) !== undefined;
    if (!known) throw refuse('invalid-input', { field: 'diarySystemId' });
    await assignDiary(transaction, classIds, diarySystemId, address);
    await appendAudit(transaction, registry, { now, action: 'settings-changed', count: classIds.length });
    return classDiaries(transaction);
  });
}

function dataUrlOf(picture: Picture | undefined): string | null {
  return picture ? `data:${picture.mediaType};base64,${Buffer.from(picture.bytes).toString('base64')}` : null;
}

async function saveLogo(registry: OpenRegistry, now: Date, base64: string | null) {
  const bytes = base64 === null ? undefined : Uint8Array.from(Buffer.from(base64, 'base64'));
  const facts = bytes && pictureFacts(bytes);
  if (bytes && !facts) throw refuse('picture-unusable');
  const picture = bytes && facts ? { mediaType: facts.mediaType, bytes } : undefined;
  await write(registry, async (transaction) => {
    await putLogo(transaction, picture);
    await appendAudit(transaction, registry, { now, action: 'settings-changed', count: 1 });
  });
  return { dataUrl: dataUrlOf(picture) };
}

/** Names that show what a scheme does with hard letters and with namesakes. */
const models = [
  { role: 'pupil', className: '5А', name: { surname: 'Щукина', firstName: 'Юлия', patronymic: 'Сергеевна' } },
  { role: 'pupil', className: '10Б', name: { surname: 'Королёв', firstName: 'Илья', patronymic: 'Андреевич' } },
  { role: 'pupil', className: '10Б', name: { surname: 'Королёв', firstName: 'Игорь', patronymic: 'Антонович' } },
  { role: 'guardian', className: '5А', name: { surname: 'Щукин', firstName: 'Сергей', patronymic: '' } },
] as const;

function examples(scheme: LoginScheme | undefined, policy: PasswordPolicy, random: RandomInt) {
  const planned = scheme ? planLogins(models, scheme, new Set(), random) : [];
  const logins = planned.map(({ person, login }) => ({
    name: formatFullName(person.name),
    className: person.className,
    login,
  }));
  const all = { pupil: policy, guardian: policy, youngest: policy, youngestUpToGrade: 0 };
  const passwords = models.slice(0, 3).map((person) => planPassword(person, '', all, random));
  return { logins, passwords, bits: Math.round(passwordEntropyBits(policy) * 10) / 10 };
}

/** Diary profiles, which classes use which, the logo, and what the choices of the settings come to. */
export const diariesHandlers = {
  diarySystems: openRoutes.settings.diarySystems.handler(async ({ context }) => {
    const registry = context.desk.opened();
    return [...knownDiaries, ...(registry ? await ownDiaries(registry.db) : [])];
  }),
  saveDiarySystem: routes.settings.saveDiarySystem.handler(async ({ context, input }) => {
    const { registry, surroundings, desk } = context;
    const newId = `own-${Buffer.from(surroundings.randomBytes(6)).toString('hex')}`;
    const saved = await saveDiary(registry, surroundings.now(), input, newId);
    desk.announce({ kind: 'changed' });
    return saved;
  }),
  removeDiarySystem: routes.settings.removeDiarySystem.handler(async ({ context, input }) => {
    await deleteDiary(context.registry, context.surroundings.now(), input.id);
    context.desk.announce({ kind: 'changed' });
    return {};
  }),
  classDiaries: routes.settings.classDiaries.handler(({ context }) => classDiaries(context.registry.db)),
  assignDiary: routes.settings.assignDiary.handler(async ({ context, input }) => {
    const rows = await assign(context.registry, context.surroundings.now(), input);
    context.desk.announce({ kind: 'changed' });
    return rows;
  }),
  logo: routes.settings.logo.handler(async ({ context }) => ({
    dataUrl: dataUrlOf(await readLogo(context.registry.db)),
  })),
  saveLogo: routes.settings.saveLogo.handler(async ({ context, input }) => {
    const saved = await saveLogo(context.registry, context.surroundings.now(), input.base64);
    context.desk.announce({ kind: 'changed' });
    return saved;
  }),
  examples: routes.settings.examples.handler(({ context, input: { scheme, policy } }) =>
    examples(scheme.kind === 'imported' ? undefined : scheme, policy, context.surroundings.randomInt),
  ),
  expiry: routes.settings.expiry.handler(async ({ context, input }) => {
    const { endsOn } = await currentAcademicYear(context.registry.db);
    return { expiresOn: expiryOf(input, endsOn, context.surroundings.now().toISOString()) };
  }),
};
