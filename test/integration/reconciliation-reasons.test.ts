import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeSchool, toMesCsv } from '../../shared/demo/rosters.ts';
import { makeOpenDesk } from '../support/desk.ts';
import { compareWithPortal, everyReason, prepareTroubles, troubleSchool } from '../support/every-reason.ts';

test('every reason arises from files of a school and of a portal', async () => {
  const desk = await makeOpenDesk();
  const troubled = troubleSchool(makeSchool({ seed: 11, pupils: 120, classes: ['8А'] }));
  const list = join(desk.folder, 'list.csv');
  writeFileSync(list, toMesCsv(troubled.school));
  for await (const event of await desk.client.imports.preview({ fileToken: list })) {
    if (event.kind !== 'done') continue;
    const { previewId, planHash } = event.preview;
    for await (const _ of await desk.client.imports.apply({ previewId, planHash, piles: ['new'] }));
  }
  await prepareTroubles(desk.client, troubled);
  const portal = join(desk.folder, 'portal.csv');
  writeFileSync(portal, troubled.portalCsv);
  await compareWithPortal(desk.client, portal);
  const { codes } = await desk.client.reconciliation.overview({});
  expect(everyReason.filter((code) => !codes.some((one) => one.code === code))).toEqual([]);
  desk.close();
});
