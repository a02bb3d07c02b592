import type { Kysely, Transaction } from 'kysely';
import type { HolderRole, Scope } from '../../../shared/contract/base.ts';
import type { PastedLogin } from '../../../shared/contract/credentials.ts';
import { expiryOf } from '../../../shared/domain/expiry.ts';
import { findByName, pastedLines } from '../../../shared/domain/pasted-lines.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import type { OpenRegistry } from '../context.ts';
import { currentAcademicYear } from '../db/academic-years.ts';
import { appendAudit } from '../db/audit.ts';
import { holdersOf, scopeSubject } from '../db/credential-holders.ts';
import { insertIssue, liveCredentials, loginKey, loginOwners, pupilsShowing } from '../db/credentials.ts';
import { chooseDiary } from '../db/diaries.ts';
import type { Schema } from '../db/schema.ts';
import { refreshSearch } from '../db/search.ts';
import { readSettings } from '../db/settings.ts';
import { write } from '../db/transaction.ts';
import { routes } from '../routes.ts';

interface PasteInput {
  readonly scope: Scope;
  readonly for: readonly HolderRole[];
  readonly text: string;
  readonly apply: boolean;
  readonly diarySystemId?: string | undefined;
}

interface PlannedLogin {
  readonly shown: PastedLogin;
  readonly password: string | null;
}

/** Whose each line is, and whether its login can be taken over. Nothing but the registry sees the passwords. */
async function plan(db: Kysely<Schema>, input: PasteInput) {
  const settings = await readSettings(db);
  const { system, withoutClasses } = await chooseDiary(db, settings, input.scope, input.diarySystemId);
  const holders = await holdersOf(db, input.scope, input.for, withoutClasses);
  const live = await liveCredentials(
    db,
    system.id,
    holders.map(({ personId }) => personId),
  );
  const owners = new Map(await loginOwners(db, system.id));
  const done = new Set<number>();
  const find = findByName(holders);
  const lines = pastedLines(input.text, 2).map(({ line, name, values }): PlannedLogin => {
    const [login = '', password = ''] = values;
    const found = find(name);
    const holder = found.length === 1 ? found[0] : undefined;
    const has = holder !== undefined && (live.has(holder.personId) || done.has(holder.personId));
    const outcome = outcomeOf({
      found: found.length,
      has,
      login,
      taken: isTaken(owners.get(loginKey(login)), holder?.personId),
    });
    if (outcome === 'new' && holder) {
      done.add(holder.personId);
      owners.set(loginKey(login), holder.personId);
    }
    const person = holder && {
      personId: holder.personId,
      title: formatFullName(holder.name),
      className: holder.className,
    };
    const shown = { line, name, login, hasPassword: password !== '', person: person ?? null, outcome };
    return { shown, password: password === '' ? null : password };
  });
  return { settings, diarySystem: system.id, lines };
}

function isTaken(owner: number | undefined, personId: number | undefined): boolean {
  return owner !== undefined && owner !== personId;
}

interface LineFacts {
  readonly found: number;
  readonly has: boolean;
  readonly login: string;
  readonly taken: boolean;
}

function outcomeOf({ found, has, login, taken }: LineFacts): PastedLogin['outcome'] {
  if (found !== 1) return found === 0 ? 'nobody' : 'several';
  if (login === '') return 'no-login';
  if (has) return 'has-login';
  return taken ? 'taken' : 'new';
}

async function keep(
  transaction: Transaction<Schema>,
  registry: OpenRegistry,
  now: Date,
  { settings, diarySystem, lines }: Awaited<ReturnType<typeof plan>>,
): Promise<readonly number[]> {
  const credentials = lines.flatMap(({ shown, password }) =>
    shown.outcome === 'new' && shown.person
      ? [{ personId: shown.person.personId, login: shown.login, initialPassword: password }]
      : [],
  );
  if (credentials.length === 0) return [];
  const act = { at: now.toISOString(), userId: registry.user.id };
  const { endsOn } = await currentAcademicYear(transaction);
  const common = { diarySystem, expiresOn: expiryOf(settings, endsOn, act.at) };
  await insertIssue(transaction, act, common, credentials, 'imported');
  const people = credentials.map(({ personId }) => personId);
  await refreshSearch(transaction, await pupilsShowing(transaction, people));
  return people;
}

/** Logins that the diary made, kept like issued ones: printed on slips, handed over, purged. */
export const pasteLoginsHandlers = {
  paste: routes.credentials.paste.handler(async ({ context, input }) => {
    const { registry, surroundings, desk } = context;
    const done = await write(registry, async (transaction) => {
      const planned = await plan(transaction, input);
      const lines = planned.lines.map(({ shown }) => shown);
      if (!input.apply) return { lines, saved: 0 };
      const now = surroundings.now();
      const personIds = await keep(transaction, registry, now, planned);
      const saved = personIds.length;
      const subject = await scopeSubject(transaction, input.scope);
      const event = { now, action: 'logins-pasted', count: saved, subject, personIds } as const;
      if (saved > 0) await appendAudit(transaction, registry, event);
      return { lines, saved };
    });
    if (done.saved > 0) desk.announce({ kind: 'changed' });
    return done;
  }),
};
