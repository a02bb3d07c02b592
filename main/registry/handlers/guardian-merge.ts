import type { GuardianTwins } from '../../../shared/contract/credentials.ts';
import { guardianTwins } from '../db/people-merge.ts';
import { readSettings } from '../db/settings.ts';
import { mergeRecords } from '../merging/merge-people.ts';
import { onlyReached } from '../reach.ts';
import { routes } from '../routes.ts';

const secondOf = ({ second }: GuardianTwins) => second.personId;

/** One guardian who stands in the registry twice, with two logins. */
export const guardianMergeHandlers = {
  twins: routes.credentials.twins.handler(async ({ context: { registry } }) => {
    const { diarySystemId } = await readSettings(registry.db);
    const twins = await guardianTwins(registry.db, diarySystemId);
    return onlyReached(registry, await onlyReached(registry, twins, ({ first }) => first.personId), secondOf);
  }),
  mergeGuardians: routes.credentials.mergeGuardians.handler(async ({ context, input }) => {
    const { keepPersonId: keep, dropPersonId: drop } = input;
    const wish = { keep, drop, fromDropped: [], action: 'guardians-merged' } as const;
    const { children, revoked } = await mergeRecords(context.registry, context.surroundings.now(), wish);
    context.desk.announce({ kind: 'changed' });
    return { children, revoked };
  }),
};
