import type { Kysely } from 'kysely';
import type { Scope } from '../../../shared/contract/base.ts';
import { compareClasses } from '../../../shared/domain/class-name.ts';
import { type CodeBookOfSystem, type CodePupil, judgeCode, planCodes } from '../../../shared/domain/code-plan.ts';
import type { DiarySystem } from '../../../shared/domain/diary-systems/diary-system.ts';
import { codesHeldBack } from '../../../shared/domain/diary-systems/held-back.ts';
import { pastedLines } from '../../../shared/domain/pasted-lines.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import { supportRequest } from '../../../shared/domain/support-request.ts';
import { noteCodes } from '../applications/answer.ts';
import type { OpenRegistry } from '../context.ts';
import { pupilsWhoApplied } from '../db/applications.ts';
import { appendAudit } from '../db/audit.ts';
import {
  classIdsByTitle,
  codeKey,
  codesOfPupils,
  ownersOfCodes,
  pupilNames,
  putCode,
  removeCode,
} from '../db/codes.ts';
import { holdersOf, pupilsOfScope, scopeSubject } from '../db/credential-holders.ts';
import { chooseDiary } from '../db/diaries.ts';
import { peopleWithin } from '../db/people-reach.ts';
import type { Schema } from '../db/schema.ts';
import { refreshSearch } from '../db/search.ts';
import { readSettings } from '../db/settings.ts';
import { write } from '../db/transaction.ts';
import { paperWords } from '../paper/words.ts';
import { reachOf } from '../reach.ts';
import { refuse } from '../refuse.ts';
import { routes } from '../routes.ts';

const school = { kind: 'school' } as const;

/** Those of the pupils whose application for a code is registered. */
function appliedFor(db: Kysely<Schema>, pupils: readonly { readonly personId: number }[]) {
  const ids = pupils.map(({ personId }) => personId);
  return pupilsWhoApplied(db, 'portal-code', ids);
}

async function codesOf(db: Kysely<Schema>, scope: Scope, asked: string | undefined) {
  const settings = await readSettings(db);
  const { system, withoutClasses } = await chooseDiary(db, settings, scope, asked);
  const pupils = await pupilsOfScope(db, scope, withoutClasses);
  const codes = await codesOfPupils(
    db,
    system.id,
    pupils.map(({ personId }) => personId),
  );
  const allowed = codesHeldBack(system, settings) ? await appliedFor(db, pupils) : undefined;
  const rows = pupils.map(({ personId, name, className }) => {
    const code = codes.get(personId);
    const shown = { codeId: code?.id ?? null, value: code?.value ?? null, heldBack: allowed?.has(personId) === false };
    return { pupilId: personId, title: formatFullName(name), className, ...shown };
  });
  return { settings, system, pupils, codes, rows };
}

async function coverage(db: Kysely<Schema>, asked: string | undefined) {
  const { rows } = await codesOf(db, school, asked);
  const ids = await classIdsByTitle(db);
  const titles = [...new Set(rows.map(({ className }) => className))].sort(compareClasses);
  return titles.map((className) => {
    const own = rows.filter((row) => row.className === className);
    const without = own.filter(({ value }) => value === null).length;
    return { classId: ids.get(className) ?? null, className, pupils: own.length, without };
  });
}

/** Who asks, inside a transaction. */
type Asker = Pick<OpenRegistry, 'db' | 'user'>;

const somebody = { surname: '—', firstName: '', patronymic: '' };

/**
 * All pupils, also those who left, since a code stays theirs. Those beyond the asker's reach have no name: their class
 * says where to ask.
 */
async function everyPupil(asker: Asker): Promise<ReadonlyMap<number, CodePupil>> {
  const present = await pupilsOfScope(asker.db, school);
  const rows = await pupilNames(asker.db);
  const ids = rows.map(({ id }) => id);
  const reached = await peopleWithin(asker.db, await reachOf(asker), ids);
  const shown = (pupil: CodePupil): CodePupil => (reached.has(pupil.personId) ? pupil : { ...pupil, name: somebody });
  const all = rows.map(({ id, ...name }): CodePupil => ({ personId: id, name, className: '' }));
  return new Map([...all, ...present].map((pupil) => [pupil.personId, shown(pupil)] as const));
}

async function bookFor(
  asker: Asker,
  system: DiarySystem,
  values: readonly string[],
  codes: ReadonlyMap<number, { readonly value: string }>,
): Promise<CodeBookOfSystem> {
  const pupils = await everyPupil(asker);
  const keys = values.flatMap((value) => [codeKey(value.trim()), codeKey(guidKey(value))]);
  const owners = await ownersOfCodes(asker.db, system.id, keys);
  return {
    format: system.codeFormat ?? 'text',
    keyOf: codeKey,
    ownerOf: (key) => pupils.get(owners.get(key) ?? 0),
    codeOf: (personId) => codes.get(personId)?.value,
  };
}

/** The form a GUID is kept in, whichever way it was typed. */
function guidKey(value: string): string {
  const hex = value.replace(/[^0-9a-f]/gi, '');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

interface SaveInput {
  readonly pupilId: number;
  readonly value: string;
  readonly diarySystemId?: string | undefined;
}

function save(registry: OpenRegistry, now: Date, { pupilId, value, diarySystemId }: SaveInput) {
  return write(registry, async (transaction) => {
    const scope: Scope = { kind: 'pupils', pupilIds: [pupilId] };
    const { system, pupils, codes, rows } = await codesOf(transaction, scope, diarySystemId);
    const [pupil] = pupils;
    if (!pupil) throw refuse('not-found');
    if (rows.some(({ heldBack }) => heldBack)) throw refuse('application-needed');
    const verdict = judgeCode(
      value,
      pupil,
      await bookFor({ db: transaction, user: registry.user }, system, [value], codes),
    );
    if (verdict.kind !== 'good') return verdict;
    const codeId = await putCode(transaction, system.id, pupilId, verdict.value);
    await refreshSearch(transaction, [pupilId]);
    await appendAudit(transaction, registry, { now, action: 'codes-changed', count: 1, personIds: [pupilId] });
    await noteCodes(transaction, registry, now, system.id, [pupilId]);
    return { kind: 'saved', codeId, value: verdict.value } as const;
  });
}

interface PasteInput {
  readonly scope: Scope;
  readonly text: string;
  readonly apply: boolean;
  readonly diarySystemId?: string | undefined;
}

async function planPaste(asker: Asker, input: PasteInput) {
  const { system, pupils, codes, rows } = await codesOf(asker.db, input.scope, input.diarySystemId);
  const values = pastedLines(input.text, 1).map((line) => line.values[0] ?? '');
  const plan = planCodes(input.text, pupils, await bookFor(asker, system, values, codes));
  const heldBack = new Set(rows.flatMap((row) => (row.heldBack ? [row.pupilId] : [])));
  return { system, plan, heldBack };
}

function paste(registry: OpenRegistry, now: Date, input: PasteInput) {
  return write(registry, async (transaction) => {
    const { system, plan, heldBack } = await planPaste({ db: transaction, user: registry.user }, input);
    const lines = plan.map(({ shown }) => shown);
    if (!input.apply) return { lines, saved: 0 };
    const writes = plan.flatMap((one) => (one.write ? [one.write] : []));
    if (writes.some(({ personId }) => heldBack.has(personId))) throw refuse('application-needed');
    for (const { personId, value } of writes) await putCode(transaction, system.id, personId, value);
    const personIds = writes.map(({ personId }) => personId);
    await refreshSearch(transaction, personIds);
    const subject = await scopeSubject(transaction, input.scope);
    if (writes.length > 0) {
      const event = { now, action: 'codes-changed', count: writes.length, subject, personIds } as const;
      await appendAudit(transaction, registry, event);
      await noteCodes(transaction, registry, now, system.id, personIds);
    }
    return { lines, saved: writes.length };
  });
}

function remove(registry: OpenRegistry, now: Date, codeId: number): Promise<void> {
  return write(registry, async (transaction) => {
    const pupilId = await removeCode(transaction, codeId);
    if (pupilId === undefined) throw refuse('not-found');
    await refreshSearch(transaction, [pupilId]);
    await appendAudit(transaction, registry, { now, action: 'codes-changed', count: 1, personIds: [pupilId] });
  });
}

async function request(db: Kysely<Schema>, scope: Scope, asked: string | undefined) {
  const { settings, system, rows } = await codesOf(db, scope, asked);
  const without = new Set(rows.filter(({ value }) => value === null).map(({ pupilId }) => pupilId));
  if (without.size === 0) throw refuse('nothing-to-ask');
  const holders = await holdersOf(db, { kind: 'pupils', pupilIds: [...without] }, ['pupil', 'guardian']);
  const guardians = holders.filter(({ role }) => role === 'guardian');
  const pupils = holders
    .filter(({ role }) => role === 'pupil')
    .map(({ personId, name, className }) => {
      const own = guardians.filter(({ children }) => children.some((child) => child.personId === personId));
      return { name, className, guardians: own.map((guardian) => guardian.name) };
    });
  const { slipLanguage, schoolName, responsiblePerson: responsible } = settings;
  const facts = { schoolName, responsible, diaryName: system.name[slipLanguage] };
  return { ...supportRequest(pupils, facts, paperWords(slipLanguage)), pupils: pupils.length };
}

/** Portal codes: seen, typed, pasted, asked for at the vendor's. */
export const codesHandlers = {
  list: routes.codes.list.handler(async ({ context, input }) => {
    const { rows } = await codesOf(context.registry.db, input.scope, input.diarySystemId);
    const wanted = input.which === 'without' ? rows.filter(({ value }) => value === null) : rows;
    return { rows: wanted, heldBack: rows.length > 0 && rows.every((row) => row.heldBack) };
  }),
  coverage: routes.codes.coverage.handler(async ({ context: { registry }, input }) => {
    const reach = await reachOf(registry);
    const rows = await coverage(registry.db, input.diarySystemId);
    return rows.filter(({ classId }) => reach === undefined || (classId !== null && reach.includes(classId)));
  }),
  save: routes.codes.save.handler(async ({ context, input }) => {
    const saved = await save(context.registry, context.surroundings.now(), input);
    context.desk.announce({ kind: 'changed' });
    return saved;
  }),
  remove: routes.codes.remove.handler(async ({ context, input }) => {
    await remove(context.registry, context.surroundings.now(), input.codeId);
    context.desk.announce({ kind: 'changed' });
    return {};
  }),
  paste: routes.codes.paste.handler(async ({ context, input }) => {
    const done = await paste(context.registry, context.surroundings.now(), input);
    if (done.saved > 0) context.desk.announce({ kind: 'changed' });
    return done;
  }),
  supportRequest: routes.codes.supportRequest.handler(({ context, input }) =>
    request(context.registry.db, input.scope, input.diarySystemId),
  ),
};
