import { expect, test } from 'vitest';
import { makeSchool, toMesCsv } from '../../shared/demo/rosters.ts';
import { compareWithPortal, everyReason, prepareTroubles, troubleSchool } from '../support/every-reason.ts';
import { importFile, makeImportDesk } from '../support/imports.ts';

test('every reason arises from files of a school and of a portal', async () => {
  const desk = await makeImportDesk();
  const troubled = troubleSchool(makeSchool({ seed: 11, pupils: 120, classes: ['8А'] }));
  await importFile(desk, toMesCsv(troubled.school));
  await prepareTroubles(desk.client, troubled);
  await compareWithPortal(desk.client, desk.file(troubled.portalCsv));
  const { codes } = await desk.client.reconciliation.overview({});
  expect(everyReason.filter((code) => !codes.some((one) => one.code === code))).toEqual([]);
  desk.close();
});
