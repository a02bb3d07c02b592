import type { Transaction } from 'kysely';
import type { Progress } from '../../../shared/contract/base.ts';
import type { PortalFile, ReconciliationRun, RunCounts } from '../../../shared/contract/reconciliation.ts';
import { type PortalPerson, portalKeyOf } from '../../../shared/domain/portal-people.ts';
import { findDifferences } from '../../../shared/domain/reconcile-findings.ts';
import { linkPeople } from '../../../shared/domain/reconcile-linking.ts';
import type { Found, PersonLink, SaidPair, SchoolPerson } from '../../../shared/domain/reconcile-people.ts';
import type { DeskContext, OpenRegistry } from '../context.ts';
import { appendAudit } from '../db/audit.ts';
import { recordChanges } from '../db/change-log.ts';
import { formerDecisions, insertFindings } from '../db/findings.ts';
import { putPortalContacts } from '../db/portal-contacts.ts';
import { insertPortalPeople, insertRun, listRuns, saidPairs, setRunCounts } from '../db/reconciliation.ts';
import { countClosed } from '../db/reconciliation-overview.ts';
import { readSchoolPeople } from '../db/reconciliation-people.ts';
import type { Schema } from '../db/schema.ts';
import { write } from '../db/transaction.ts';
import { progressOf } from '../importing/make-plan.ts';
import { breathe, paced, type Report, reporting } from '../importing/pace.ts';
import { refuse } from '../refuse.ts';
import { keptFindings } from './find.ts';
import { type OpenPortalFile, openPortalFile, readPortalPeople } from './read-portal.ts';

type Context = DeskContext & { readonly registry: OpenRegistry };

export interface RunInput extends PortalFile {
  readonly kind: 'export' | 'refused';
  readonly asOf?: string | undefined;
}

interface Linked {
  readonly school: readonly SchoolPerson[];
  readonly portal: readonly PortalPerson[];
  readonly keys: readonly string[];
  readonly links: readonly PersonLink[];
  readonly found: readonly Found[];
}

export interface RunOutcome {
  readonly run: ReconciliationRun;
  readonly undoRunId: number | null;
}

/**
 * Reads the file, links its people, finds what differs and keeps it all in one transaction. Linking lets other calls
 * through; when the listener goes away, nothing stays.
 */
export async function* runReconciliation(context: Context, input: RunInput): AsyncGenerator<Progress, RunOutcome> {
  yield progressOf('reading', 0, 0);
  const opened = await openPortalFile(context, input);
  const portal = yield* readPortalPeople(context, opened, input.className);
  const linked = yield* linkFile(context.registry, portal);
  const { id, undoRunId } = yield* reporting((report) =>
    write(context.registry, (trx) => keep(trx, { context, input, opened, linked, report })),
  );
  const run = (await listRuns(context.registry.db)).find((one) => one.id === id);
  if (run === undefined) throw refuse('unexpected');
  return { run, undoRunId };
}

async function* linkFile({ db }: OpenRegistry, portal: readonly PortalPerson[]): AsyncGenerator<Progress, Linked> {
  const school = yield* readSchool(db, portal.length);
  const keys = portal.map((person) => portalKeyOf(person, portal));
  const said = saidAbout(keys, await saidPairs(db));
  const linking = linkPeople({ school, portal, said });
  const links = yield* paced(linking, (done) => progressOf('matching', done, portal.length));
  const finding = findDifferences({ school, portal }, links);
  const found = yield* paced(finding, (done) => progressOf('checking', done, links.length));
  return { school, portal, keys, links, found };
}

async function* readSchool(db: OpenRegistry['db'], total: number): AsyncGenerator<Progress, SchoolPerson[]> {
  const reading = readSchoolPeople(db);
  for (;;) {
    const step = await reading.next();
    if (step.done) return step.value;
    await breathe();
    yield progressOf('matching', 0, total);
  }
}

function saidAbout(
  keys: readonly string[],
  said: ReadonlyMap<string, readonly { personId: number; same: boolean }[]>,
): SaidPair[] {
  return keys.flatMap((key, portal) => (said.get(key) ?? []).map((pair) => ({ portal, ...pair })));
}

interface Job {
  readonly context: Context;
  readonly input: RunInput;
  readonly opened: OpenPortalFile;
  readonly linked: Linked;
  readonly report: Report;
}

async function keep(trx: Transaction<Schema>, job: Job): Promise<{ id: number; undoRunId: number | null }> {
  const { context, input, opened, linked, report } = job;
  const { registry, surroundings } = context;
  const now = surroundings.now();
  const asOf = input.asOf ?? opened.read.table.asOf ?? now.toISOString().slice(0, 10);
  const before = (await listRuns(trx)).find(({ kind }) => kind === input.kind)?.id;
  await report(progressOf('writing', 0, 3));
  const contacts = () => putPortalContacts(trx, contactsOf(linked), asOf);
  const { runId: changeRunId } = await recordChanges(trx, registry, { now, action: 'reconciled' }, contacts);
  await report(progressOf('writing', 1, 3));
  const file = { fileName: opened.read.name, fileSha256: opened.read.sha256, fileSizeBytes: opened.read.sizeBytes };
  const made = { at: now.toISOString(), userId: registry.user.id, kind: input.kind, asOf, ...file };
  const id = await insertRun(trx, { ...made, counts: '{}', changeRunId: changeRunId ?? null });
  const found = await keepFindings(trx, id, linked, before, report);
  const counts = { ...countsOf(linked, opened), ...found, closed: await countClosed(trx, id, before) };
  await setRunCounts(trx, id, JSON.stringify(counts));
  const audit = { now, action: 'reconciled', count: linked.portal.length, subject: file.fileName } as const;
  await appendAudit(trx, registry, { ...audit, runId: changeRunId });
  return { id, undoRunId: changeRunId ?? null };
}

function contactsOf({ portal, links }: Linked) {
  return links
    .filter(({ verdict }) => verdict === 'linked')
    .map((link) => ({ personId: link.personId, contacts: portal[link.portal]?.contacts ?? [] }));
}

async function keepFindings(
  trx: Transaction<Schema>,
  id: number,
  linked: Linked,
  before: number | undefined,
  report: Report,
): Promise<Pick<RunCounts, 'findings' | 'fresh'>> {
  const { school, portal, keys, links, found } = linked;
  const first = await insertPortalPeople(trx, id, portal, { keys, links });
  await report(progressOf('writing', 2, 3));
  const former = before === undefined ? undefined : await formerDecisions(trx, before);
  const context = { school, portal, links, keys, portalIdAt: (place: number) => first + place, former };
  const findings = keptFindings(found, context);
  await insertFindings(trx, id, findings);
  await report(progressOf('writing', 3, 3));
  return { findings: findings.length, fresh: findings.filter(({ isNew }) => isNew === 1).length };
}

function countsOf({ portal, links }: Linked, { read }: OpenPortalFile) {
  const linked = links.filter(({ verdict }) => verdict === 'linked').length;
  const suggested = links.length - linked;
  const unlinked = portal.length - links.length;
  return { rows: read.table.rowCount, people: portal.length, linked, suggested, unlinked };
}
