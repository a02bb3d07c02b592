import type { HolderRole, Scope } from '../../../shared/contract/base.ts';
import type { ExportLayout } from '../../../shared/contract/settings.ts';
import { exportRows } from '../../../shared/domain/export-rows.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import type { ConfirmedRegistry, DeskContext, OpenRegistry } from '../context.ts';
import { appendAudit } from '../db/audit.ts';
import { codesOfPupils } from '../db/codes.ts';
import { holdersOf, scopeSubject } from '../db/credential-holders.ts';
import { secretOf } from '../db/credential-life.ts';
import { personsOf } from '../db/credentials.ts';
import { chooseDiary } from '../db/diaries.ts';
import { readSettings, writeSettings } from '../db/settings.ts';
import { secretsOfPeople } from '../db/slips.ts';
import { write } from '../db/transaction.ts';
import { paperWords } from '../paper/words.ts';
import { refuse } from '../refuse.ts';
import { askingRoutes } from '../routes.ts';
import { sealedTable } from '../sealed-file.ts';

/** How long a screen shows a password. */
const shownSeconds = 30;

async function reveal(context: DeskContext, registry: ConfirmedRegistry, input: { credentialId: number }) {
  return write(registry, async (transaction) => {
    if (!(await readSettings(transaction)).passwordsShown) throw refuse('reveal-off');
    const found = await secretOf(transaction, input.credentialId);
    if (!found) throw refuse('not-found');
    if (found.initialPassword === null) throw refuse('password-purged');
    const now = context.surroundings.now();
    const personIds = await personsOf(transaction, [input.credentialId]);
    await appendAudit(transaction, registry, { now, action: 'password-shown', count: 1, personIds });
    return { login: found.login, password: found.initialPassword, seconds: shownSeconds };
  });
}

interface ExportInput {
  readonly scope: Scope;
  readonly for: readonly HolderRole[];
  readonly layout: ExportLayout;
  readonly archivePassword: string;
  readonly diarySystemId?: string | undefined;
}

/** The logins of the scope whose initial password is still kept and that nobody has received. */
async function newLogins({ db }: OpenRegistry, input: ExportInput) {
  const settings = await readSettings(db);
  const { system, withoutClasses } = await chooseDiary(db, settings, input.scope, input.diarySystemId);
  const holders = await holdersOf(db, input.scope, input.for, withoutClasses);
  const people = holders.map(({ personId }) => personId);
  const secrets = await secretsOfPeople(db, system.id, people);
  const codes = await codesOfPupils(db, system.id, people);
  const { list } = paperWords(settings.slipLanguage);
  return holders.flatMap((holder) => {
    const secret = secrets.get(holder.personId);
    if (!secret || secret.initialPassword === null) return [];
    const { name, className, role, children, personId } = holder;
    const kin = children.map((child) => formatFullName(child.name));
    const own = { login: secret.login, password: secret.initialPassword, code: codes.get(personId)?.value ?? '' };
    return [{ personId, row: { name, className, role: list[role], children: kin, ...own } }];
  });
}

async function exportNew(context: DeskContext, registry: ConfirmedRegistry, input: ExportInput) {
  const logins = await newLogins(registry, input);
  if (logins.length === 0) throw refuse('nothing-to-print');
  const now = context.surroundings.now();
  const subject = await scopeSubject(registry.db, input.scope);
  const rows = exportRows(
    logins.map(({ row }) => row),
    input.layout,
  );
  const personIds = logins.map(({ personId }) => personId);
  const bytes = await sealedTable(rows, input.layout, 'logins', input.archivePassword);
  await write(registry, async (transaction) => {
    await writeSettings(transaction, { exportLayout: input.layout });
    const event = { now, action: 'passwords-exported', count: logins.length, subject, personIds } as const;
    await appendAudit(transaction, registry, event);
  });
  const suggestedName = `logins ${now.toISOString().slice(0, 10)}.${input.layout.file === 'xlsx' ? 'xlsx' : 'zip'}`;
  const documentToken = context.documents.keep({ bytes, suggestedName, secret: true });
  return { documentToken, pages: 0, suggestedName, credentials: logins.length };
}

/** The only doors through which an initial password leaves but for a slip: each asks for the passphrase and is noted. */
export const revealHandlers = {
  reveal: askingRoutes.credentials.reveal.handler(({ context, input }) => reveal(context, context.registry, input)),
  exportNew: askingRoutes.credentials.exportNew.handler(({ context, input }) =>
    exportNew(context, context.registry, input),
  ),
};
