import { createRouterClient } from '@orpc/server';
import type { DeskClient } from '../../shared/contract/index.ts';
import {
  demoAnswers,
  demoFileName,
  demoPortalCsv,
  demoPortalFileName,
  demoSchoolCsv,
  demoSettings,
} from '../../shared/demo/demo-school.ts';
import { daysAfter } from '../../shared/domain/expiry.ts';
import type { ChosenFile, DeskContext } from './context.ts';
import { router } from './router.ts';

/**
 * Makes the demo school in a new registry by the same routes that people use: creates it, imports a synthetic list,
 * issues logins to some classes, prints and hands over part of them, compares it with a synthetic portal export, so that every
 * state is there to be seen.
 */
export async function openDemoSchool(context: DeskContext): Promise<void> {
  const lists = new Map([
    [demoFileName, demoSchoolCsv()],
    [demoPortalFileName, demoPortalCsv()],
  ]);
  const find = async (name: string) => demoFile(name, lists.get(name));
  const files = { find, findFolder: async () => undefined };
  const client: DeskClient = createRouterClient(router, { context: { ...context, files } });
  await client.registry.create(demoAnswers);
  await client.settings.save(demoSettings);
  await importSchool(client);
  const { classes } = await client.classes.list();
  for (const [place, { id }] of classes.slice(0, 9).entries()) await workThrough(client, id, place % 3);
  for await (const _ of await client.reconciliation.run({ fileToken: demoPortalFileName }));
  await registerApplications(client, context.surroundings.now());
}

function demoFile(name: string, bytes: Uint8Array | undefined): ChosenFile | undefined {
  return bytes && { name, sizeBytes: bytes.length, read: async () => bytes };
}

async function importSchool(client: DeskClient): Promise<void> {
  for await (const event of await client.imports.preview({ fileToken: demoFileName })) {
    if (event.kind !== 'done') continue;
    const { previewId, planHash } = event.preview;
    for await (const _ of await client.imports.apply({ previewId, planHash, piles: ['new'] }));
  }
}

/** 0: handed over in part; 1: printed; 2: only issued. */
async function workThrough(client: DeskClient, classId: number, how: number): Promise<void> {
  const scope = { kind: 'class', classId } as const;
  await client.credentials.issue({ scope, for: ['pupil', 'guardian'] });
  if (how === 2) return;
  const { batchId } = await client.slips.prepare({ selection: { scope } });
  await client.slips.confirmPrinted({ batchId });
  if (how === 1) return;
  const rows = await client.handover.list({ scope });
  const received = rows.filter((_, place) => place % 4 !== 3).map((row) => row.credentialId);
  await client.handover.mark({ credentialIds: received });
}

const asked = [
  { kind: 'reissue', daysAgo: 6, applicant: 'guardian' },
  { kind: 'access', daysAgo: 3, applicant: 'guardian' },
  { kind: 'paper-diary', daysAgo: 2, applicant: 'guardian' },
  { kind: 'one-login', daysAgo: 1, applicant: 'guardian' },
  { kind: 'access', daysAgo: 0, applicant: 'pupil' },
] as const;

/** Some applications of some families: overdue, due, just come. */
async function registerApplications(client: DeskClient, now: Date): Promise<void> {
  const { rows } = await client.pupils.list({ page: { offset: 0, limit: 300 } });
  for (const [place, { kind, daysAgo, applicant }] of asked.entries()) {
    const pupilId = rows[place * 53 + 7]?.id ?? 0;
    const guardian = (await client.pupils.card({ pupilId })).guardians[0];
    const registeredOn = daysAfter(now.toISOString().slice(0, 10), -daysAgo);
    const { number } = await client.applications.draft({ registeredOn });
    const applicantId = applicant === 'pupil' ? pupilId : (guardian?.person.id ?? null);
    const documents = applicant === 'pupil' ? (['identity'] as const) : (['identity', 'birth-certificate'] as const);
    await client.applications.save({
      number,
      registeredOn,
      kind,
      applicant,
      applicantId,
      pupilIds: [pupilId],
      documents: [...documents],
    });
  }
}
