import type { Receiver } from '../../../shared/contract/credentials.ts';
import { addressOf } from '../../../shared/domain/diary-systems/diary-address.ts';
import { handoverLetter } from '../../../shared/domain/handover-letter.ts';
import type { OpenRegistry } from '../context.ts';
import { appendAudit } from '../db/audit.ts';
import { personsOf } from '../db/credentials.ts';
import { chooseDiary } from '../db/diaries.ts';
import {
  handoverRows,
  letterFacts,
  markHandedOver,
  noteRefused,
  slipByNumber,
  takeBack,
  voidedAmong,
  waitingForHandover,
} from '../db/handover.ts';
import { allWithin } from '../db/reach.ts';
import { readSettings } from '../db/settings.ts';
import { checkpoint, write } from '../db/transaction.ts';
import { paperWords } from '../paper/words.ts';
import { reachOf } from '../reach.ts';
import { refuse } from '../refuse.ts';
import { routes } from '../routes.ts';

interface MarkInput {
  readonly credentialIds: readonly number[];
  readonly receivedBy?: Receiver | undefined;
  readonly receiverName: string;
  readonly receivedOn?: string | undefined;
}

async function mark(registry: OpenRegistry, now: Date, input: MarkInput) {
  const at = now.toISOString();
  const { receivedBy, receiverName, receivedOn = at.slice(0, 10) } = input;
  const done = await write(registry, async (transaction) => {
    const voided = await voidedAmong(transaction, input.credentialIds);
    if (voided > 0) throw refuse('slip-void', { count: voided });
    const waiting = await waitingForHandover(transaction, input.credentialIds);
    if (waiting.length === 0) throw refuse('nothing-to-hand-over');
    const ids = waiting.map(({ id }) => id);
    const act = { at, userId: registry.user.id };
    await markHandedOver(transaction, act, ids, { receivedBy, receiverName, receivedOn });
    await appendAudit(transaction, registry, {
      ...{ now, action: 'handed-over', count: waiting.length },
      personIds: await personsOf(transaction, ids),
    });
    return { handedOver: waiting.length, purgedPasswords: waiting.filter(({ purged }) => !purged).length };
  });
  await checkpoint(registry);
  return done;
}

function unmark(registry: OpenRegistry, now: Date, credentialIds: readonly number[]): Promise<number> {
  return write(registry, async (transaction) => {
    const act = { at: now.toISOString(), userId: registry.user.id };
    const count = await takeBack(transaction, act, credentialIds);
    const personIds = await personsOf(transaction, credentialIds);
    if (count > 0) await appendAudit(transaction, registry, { now, action: 'taken-back', count, personIds });
    return count;
  });
}

function noteRefusal(registry: OpenRegistry, now: Date, credentialIds: readonly number[], refused: boolean) {
  return write(registry, async (transaction) => {
    const count = await noteRefused(transaction, credentialIds, refused ? now.toISOString().slice(0, 10) : null);
    const personIds = await personsOf(transaction, credentialIds);
    const event = { now, action: 'slip-refused', count, personIds } as const;
    if (count > 0 && refused) await appendAudit(transaction, registry, event);
    return count;
  });
}

async function emailDraft({ db }: OpenRegistry, credentialId: number) {
  const facts = await letterFacts(db, credentialId);
  if (!facts) throw refuse('not-found');
  const settings = await readSettings(db);
  const { system, address } = await chooseDiary(db, settings, { kind: 'school' }, facts.diarySystem);
  const language = settings.slipLanguage;
  const diary = { diaryName: system.name[language], diaryAddress: addressOf(system, address) };
  return handoverLetter({ ...facts, ...diary, schoolName: settings.schoolName }, paperWords(language));
}

/** Who has received the slip, and the passwords purged with it. */
export const handoverHandlers = {
  list: routes.handover.list.handler(async ({ context, input }) => {
    const { db } = context.registry;
    const settings = await readSettings(db);
    const { system, withoutClasses } = await chooseDiary(db, settings, input.scope, input.diarySystemId);
    return handoverRows(db, system.id, input.scope, input.for, withoutClasses);
  }),
  mark: routes.handover.mark.handler(async ({ context, input }) => {
    const done = await mark(context.registry, context.surroundings.now(), input);
    context.desk.announce({ kind: 'changed' });
    return done;
  }),
  takeBack: routes.handover.takeBack.handler(async ({ context, input }) => {
    const takenBack = await unmark(context.registry, context.surroundings.now(), input.credentialIds);
    context.desk.announce({ kind: 'changed' });
    return { takenBack };
  }),
  refuse: routes.handover.refuse.handler(async ({ context, input }) => {
    const now = context.surroundings.now();
    const noted = await noteRefusal(context.registry, now, input.credentialIds, input.refused);
    context.desk.announce({ kind: 'changed' });
    return { noted };
  }),
  findSlip: routes.handover.findSlip.handler(async ({ context: { registry }, input }) => {
    const slip = await slipByNumber(registry.db, input.batchId, input.position);
    if (slip === undefined) return null;
    const own = await allWithin(registry.db, await reachOf(registry), 'credential', [slip.credentialId]);
    return own ? slip : null;
  }),
  emailDraft: routes.handover.emailDraft.handler(({ context, input }) =>
    emailDraft(context.registry, input.credentialId),
  ),
};
