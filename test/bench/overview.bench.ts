/**
 * The numbers of the first page in an encrypted registry: the handler's median and longest answer, with a login for everybody.
 *
 * `node test/bench/overview.bench.ts [PUPILS …]`, by default 1000 10000.
 */
/// <reference path="../../shared/platform.d.ts" />
import { makeSchool, toMesCsv } from '../../shared/demo/rosters.ts';
import { importFile, makeImportDesk } from '../support/imports.ts';

const rounds = 15;

async function measure(pupils: number) {
  const desk = await makeImportDesk();
  try {
    await importFile(desk, toMesCsv(makeSchool({ seed: 3, pupils })));
    await desk.client.credentials.issue({ scope: { kind: 'school' }, for: ['pupil', 'guardian'] });
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const begun = performance.now();
      await desk.client.overview.today();
      times.push(performance.now() - begun);
    }
    const sorted = times.toSorted((one, other) => one - other);
    const { total } = await desk.client.pupils.list({});
    const shown = (ms: number | undefined) => Number((ms ?? 0).toFixed(1));
    return { pupils: total, 'median ms': shown(sorted[Math.floor(rounds / 2)]), 'longest ms': shown(sorted.at(-1)) };
  } finally {
    desk.close();
  }
}

const given = process.argv.slice(2).map(Number);
const rows = [];
for (const pupils of given.length > 0 ? given : [1000, 10_000]) rows.push(await measure(pupils));
console.table(rows);
