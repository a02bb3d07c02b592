import { daysAfter } from '../../shared/domain/expiry.ts';
import type { OpenRegistry } from './context.ts';
import { appendAudit } from './db/audit.ts';
import { moveTo, overdueCredentials, purgeOldPasswords } from './db/credential-life.ts';
import { personsOf, pupilsShowing } from './db/credentials.ts';
import { refreshSearch } from './db/search.ts';
import { readSettings } from './db/settings.ts';
import { checkpoint, write } from './db/transaction.ts';

/**
 * What time does by itself, done at each sign-in: logins whose last day has passed expire, and initial passwords kept
 * longer than the school allows are purged. Both are noted in the journal.
 */
export async function keepHouse(registry: OpenRegistry, now: Date): Promise<void> {
  const touched = (await expireOverdue(registry, now)) + (await purgeKeptTooLong(registry, now));
  if (touched > 0) await checkpoint(registry);
}

function expireOverdue(registry: OpenRegistry, now: Date): Promise<number> {
  return write(registry, async (transaction) => {
    const at = now.toISOString();
    const overdue = await overdueCredentials(transaction, at.slice(0, 10));
    if (overdue.length === 0) return 0;
    const ids = await moveTo(transaction, { at, userId: registry.user.id }, overdue, 'expired', '');
    await refreshSearch(transaction, await pupilsShowing(transaction, await personsOf(transaction, ids)));
    await appendAudit(transaction, registry, { now, action: 'logins-expired', count: ids.length });
    return ids.length;
  });
}

function purgeKeptTooLong(registry: OpenRegistry, now: Date): Promise<number> {
  return write(registry, async (transaction) => {
    const { purgeAfterDays } = await readSettings(transaction);
    if (purgeAfterDays === 0) return 0;
    const count = await purgeOldPasswords(transaction, daysAfter(now.toISOString(), -purgeAfterDays));
    if (count > 0) await appendAudit(transaction, registry, { now, action: 'passwords-purged', count });
    return count;
  });
}
