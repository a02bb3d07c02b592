import type { Kysely, Transaction } from 'kysely';
import type { ApplicationRow } from '../../../shared/contract/applications.ts';
import type { HolderRole, Scope } from '../../../shared/contract/base.ts';
import type { Candidate } from '../../../shared/contract/credentials.ts';
import type { LoginSchemeSetting, Settings } from '../../../shared/contract/settings.ts';
import { expiryOf } from '../../../shared/domain/expiry.ts';
import { planLogins, planPassword } from '../../../shared/domain/issue-plan.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import type { RandomInt } from '../../../shared/domain/random.ts';
import { applicationToAnswer, noteAnswered, peopleOf } from '../applications/answer.ts';
import type { OpenRegistry, Surroundings } from '../context.ts';
import { currentAcademicYear } from '../db/academic-years.ts';
import { reopenByIssue } from '../db/applications.ts';
import { appendAudit } from '../db/audit.ts';
import { type Holder, holdersOf, scopeSubject } from '../db/credential-holders.ts';
import {
  expiredLogins,
  insertIssue,
  issueState,
  liveCredentials,
  personsOf,
  pupilsShowing,
  revokeIssue,
  takenLogins,
} from '../db/credentials.ts';
import { chooseDiary } from '../db/diaries.ts';
import type { Schema } from '../db/schema.ts';
import { refreshSearch } from '../db/search.ts';
import { readSettings } from '../db/settings.ts';
import { checkpoint, write } from '../db/transaction.ts';
import { refuse } from '../refuse.ts';
import { routes } from '../routes.ts';

interface IssueInput {
  readonly scope: Scope;
  readonly for: readonly HolderRole[];
  readonly scheme?: LoginSchemeSetting | undefined;
  readonly diarySystemId?: string | undefined;
  readonly applicationId?: number | undefined;
}

interface Lacking {
  readonly settings: Settings;
  readonly diarySystem: string;
  readonly lacking: readonly { readonly person: Holder; readonly login: string }[];
  readonly alreadyHave: number;
}

/** An application is about its own people, whatever else was chosen. */
function narrowed(input: IssueInput, application: ApplicationRow | undefined): IssueInput {
  if (application === undefined) return input;
  const pupilIds = application.pupils.map(({ id }) => id);
  return { ...input, scope: { kind: 'pupils', pupilIds }, for: ['pupil', 'guardian'] };
}

/** Who lacks a login, and which one each would get: the same for the preview and for the issue. */
async function planIssue(
  db: Kysely<Schema>,
  input: IssueInput,
  randomInt: RandomInt,
  application?: ApplicationRow,
): Promise<Lacking> {
  const settings = await readSettings(db);
  const scheme = input.scheme ?? settings.loginScheme;
  if (scheme.kind === 'imported') throw refuse('logins-are-imported');
  const { system, withoutClasses } = await chooseDiary(db, settings, input.scope, input.diarySystemId);
  const all = await holdersOf(db, input.scope, input.for, withoutClasses);
  const asked = application && peopleOf(application);
  const holders = asked === undefined ? all : all.filter(({ personId }) => asked.has(personId));
  const people = holders.map(({ personId }) => personId);
  const live = await liveCredentials(db, system.id, people);
  const without = holders.filter(({ personId }) => !live.has(personId));
  const taken = await takenLogins(db, system.id);
  const former = await expiredLogins(db, system.id, people);
  const lacking = planLogins(without, scheme, taken, randomInt, ({ personId }) => former.get(personId));
  return { settings, diarySystem: system.id, lacking, alreadyHave: live.size };
}

function candidateOf({ person, login }: Lacking['lacking'][number]): Candidate {
  return {
    personId: person.personId,
    role: person.role,
    title: formatFullName(person.name),
    className: person.className,
    children: person.children.map(({ name }) => formatFullName(name)),
    proposedLogin: login,
  };
}

function countOf({ lacking }: Lacking, role: HolderRole): number {
  return lacking.filter(({ person }) => person.role === role).length;
}

async function issueTo(
  transaction: Transaction<Schema>,
  registry: OpenRegistry,
  { now, randomInt }: Surroundings,
  plan: Lacking,
): Promise<number> {
  const { settings, diarySystem } = plan;
  const year = await currentAcademicYear(transaction);
  const credentials = plan.lacking.map(({ person, login }) => ({
    personId: person.personId,
    login,
    initialPassword: planPassword(person, login, settings.passwords, randomInt),
  }));
  const act = { at: now().toISOString(), userId: registry.user.id };
  const common = { diarySystem, expiresOn: expiryOf(settings, year.endsOn, act.at) };
  const issueId = await insertIssue(transaction, act, common, credentials);
  const people = credentials.map(({ personId }) => personId);
  await refreshSearch(transaction, await pupilsShowing(transaction, people));
  return issueId;
}

function issue(registry: OpenRegistry, surroundings: Surroundings, given: IssueInput) {
  return write(registry, async (transaction) => {
    const application = await applicationToAnswer(
      { db: transaction, user: registry.user },
      surroundings.now(),
      given.applicationId,
    );
    const input = narrowed(given, application);
    const plan = await planIssue(transaction, input, surroundings.randomInt, application);
    const counts = { pupils: countOf(plan, 'pupil'), guardians: countOf(plan, 'guardian') };
    if (plan.lacking.length === 0) return { issueId: null, ...counts };
    const issueId = await issueTo(transaction, registry, surroundings, plan);
    const subject = await scopeSubject(transaction, input.scope);
    const personIds = plan.lacking.map(({ person }) => person.personId);
    const event = { now: surroundings.now(), action: 'issued', count: personIds.length, subject, issueId } as const;
    await appendAudit(transaction, registry, { ...event, personIds });
    if (application) await noteAnswered(transaction, registry, surroundings.now(), application, issueId);
    return { issueId, ...counts };
  });
}

async function undoIssue(registry: OpenRegistry, now: Date, issueId: number): Promise<number> {
  const revoked = await write(registry, async (transaction) => {
    const state = await issueState(transaction, issueId);
    if (!state) throw refuse('not-found');
    if (state.undone) throw refuse('already-undone');
    if (state.beyond > 0) throw refuse('undo-impossible', { count: state.beyond });
    const act = { at: now.toISOString(), userId: registry.user.id };
    await revokeIssue(transaction, act, issueId, state.generated);
    await reopenByIssue(transaction, issueId);
    const people = await personsOf(transaction, state.generated);
    await refreshSearch(transaction, await pupilsShowing(transaction, people));
    const event = { now, action: 'issue-undone', count: state.generated.length, issueId } as const;
    await appendAudit(transaction, registry, { ...event, personIds: people });
    return state.generated.length;
  });
  await checkpoint(registry);
  return revoked;
}

/** Giving out logins: who lacks one, making them, taking an unprinted issue back. */
export const credentialsHandlers = {
  candidates: routes.credentials.candidates.handler(async ({ context, input }) => {
    const { registry, surroundings } = context;
    const application = await applicationToAnswer(registry, surroundings.now(), input.applicationId);
    const wish = narrowed(input, application);
    const plan = await planIssue(registry.db, wish, surroundings.randomInt, application);
    return {
      lacking: plan.lacking.map(candidateOf),
      pupilsLacking: countOf(plan, 'pupil'),
      guardiansLacking: countOf(plan, 'guardian'),
      alreadyHave: plan.alreadyHave,
    };
  }),
  issue: routes.credentials.issue.handler(async ({ context, input }) => {
    const issued = await issue(context.registry, context.surroundings, input);
    context.desk.announce({ kind: 'changed' });
    return issued;
  }),
  undoIssue: routes.credentials.undoIssue.handler(async ({ context, input }) => {
    const revoked = await undoIssue(context.registry, context.surroundings.now(), input.issueId);
    context.desk.announce({ kind: 'changed' });
    return { revoked };
  }),
};
