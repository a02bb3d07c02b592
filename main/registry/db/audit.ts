import { createHmac, hkdfSync } from 'node:crypto';
import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import type { AuditAction } from '../../../shared/contract/journal.ts';
import type { OpenRegistry } from '../context.ts';
import type { AuditEntryTable, Schema } from './schema.ts';

/** What happened: no names of pupils or guardians, no logins, no secrets. */
export interface AuditEvent {
  readonly now: Date;
  readonly action: AuditAction;
  /** How many persons, slips or attempts it touched. */
  readonly count?: number;
  /** Class, file name or format concerned. */
  readonly subject?: string;
  readonly importId?: number;
  readonly issueId?: number;
  /** The recorded changes, when the action can be taken back. */
  readonly runId?: number | undefined;
  /** Whom it was about: ids only, for «who saw, printed, changed» of one person. */
  readonly personIds?: readonly number[] | undefined;
  /** What was before and after, where it is no personal value. */
  readonly detail?: Readonly<Record<string, unknown>> | undefined;
}

type Link = Omit<AuditEntryTable, 'seq' | 'count' | 'subject' | 'runId' | 'personIds' | 'detail' | 'mac'> & {
  readonly seq: number;
  readonly count: number;
  readonly subject: string;
  readonly runId: number | null;
  readonly personIds: string | null;
  readonly detail: string | null;
};

/** Key of the chain: whoever can read the file can check it, nobody else can write it. */
export function deriveAuditKey(fileKey: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', fileKey, new Uint8Array(0), 'diary-desk audit chain', 32));
}

/** Adds one line to the chain, in the same transaction as what it tells about. */
export async function appendAudit(
  transaction: Transaction<Schema>,
  registry: Pick<OpenRegistry, 'auditKey' | 'user'>,
  event: AuditEvent,
): Promise<void> {
  const last = await transaction
    .selectFrom('auditEntry')
    .select(['seq', 'mac'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const link = linkOf(event, (last?.seq ?? 0) + 1, registry.user.id);
  const mac = macOf(registry.auditKey, last?.mac ?? '', link);
  await transaction
    .insertInto('auditEntry')
    .values({ ...link, mac })
    .execute();
}

/** The end of the chain for paper: its number and the first eight digits of its code. Whoever rewrites the log is caught. */
export async function auditAnchor(db: Kysely<Schema>): Promise<string> {
  const last = await db
    .selectFrom('auditEntry')
    .select(['seq', 'mac'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ? anchorOf(last) : '';
}

/** When the last line was written. */
export async function lastLineAt(db: Kysely<Schema>): Promise<string | null> {
  const last = await db.selectFrom('auditEntry').select('at').orderBy('seq', 'desc').limit(1).executeTakeFirst();
  return last?.at ?? null;
}

/** An end of the chain as paper and copies name it: `125-1a2b3c4d`. */
export const anchorOf = ({ seq, mac }: ChainEnd): string => `${seq}-${mac.slice(0, 8)}`;

function linkOf(event: AuditEvent, seq: number, userId: number): Link {
  return {
    seq,
    at: event.now.toISOString(),
    userId,
    action: event.action,
    count: event.count ?? 0,
    subject: event.subject ?? '',
    importId: event.importId ?? null,
    issueId: event.issueId ?? null,
    runId: event.runId ?? null,
    personIds: event.personIds === undefined ? null : JSON.stringify(event.personIds),
    detail: event.detail === undefined ? null : JSON.stringify(event.detail),
  };
}

/** HMAC-SHA256 over the previous line's code and this line's values in a fixed order. */
function macOf(key: Uint8Array, previous: string, link: Link): string {
  const { seq, at, userId, action, count, subject, importId, issueId, runId, personIds, detail } = link;
  // Lines from before there were runs, persons and details keep their codes.
  const told = personIds !== null || detail !== null ? [runId, personIds, detail] : runId === null ? [] : [runId];
  const values = JSON.stringify([seq, at, userId, action, count, subject, importId, issueId, ...told]);
  return createHmac('sha256', key).update(previous).update('\n').update(values).digest('hex');
}

/** The end of the chain: kept outside the file it reveals that the last lines were cut off. */
export interface ChainEnd {
  readonly seq: number;
  readonly mac: string;
}

/** Whether every line is the one that was written; `at` is the first line that is not. */
export type AuditCheck =
  | { readonly kind: 'intact'; readonly end: ChainEnd }
  | { readonly kind: 'broken'; readonly at: number };

/** So many lines are checked before others get their turn: a long journal must not freeze the window. */
const linesAtOnce = 500;

/**
 * Walks the chain. A line changed, removed, moved or put in between breaks it; removed last lines and a chain written anew
 * with the key show only against `kept`, whose `mac` may be its first digits alone.
 */
export async function verifyAudit(db: Kysely<Schema>, key: Uint8Array, kept?: ChainEnd): Promise<AuditCheck> {
  let end: ChainEnd = { seq: 0, mac: '' };
  let keptSeen = kept === undefined || kept.seq === 0;
  for (;;) {
    const lines = await linesAfter(db, end.seq);
    if (lines.length === 0) return keptSeen ? { kind: 'intact', end } : { kind: 'broken', at: kept?.seq ?? 0 };
    for (const line of lines) {
      if (line.seq !== end.seq + 1 || line.mac !== macOf(key, end.mac, line))
        return { kind: 'broken', at: end.seq + 1 };
      end = { seq: line.seq, mac: line.mac };
      keptSeen ||= kept?.seq === end.seq && end.mac.startsWith(kept.mac);
    }
    await othersTurn();
  }
}

function linesAfter(db: Kysely<Schema>, seq: number) {
  return db.selectFrom('auditEntry').selectAll().where('seq', '>', seq).orderBy('seq').limit(linesAtOnce).execute();
}
