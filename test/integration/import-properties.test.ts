import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refreshSearch } from '../../main/registry/db/search.ts';
import { write } from '../../main/registry/db/transaction.ts';
import { makeSchool, toMesCsv } from '../../shared/demo/rosters.ts';
import {
  applyOf,
  csv,
  documentOf,
  dump,
  type ImportDesk,
  importFile,
  makeImportDesk,
  previewOf,
} from '../support/imports.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await makeImportDesk();
});
afterEach(() => desk.close());

const runs = { numRuns: 8 };
const seeds = fc.integer({ min: 1, max: 1_000_000 });

/** Rows of a roster file, titles first. */
function rowsOf(bytes: Uint8Array): string[][] {
  const lines = new TextDecoder()
    .decode(bytes)
    .replace(/^\uFEFF/, '')
    .trim()
    .split('\r\n');
  return lines.map((line) =>
    line
      .slice(1, -1)
      .split('";"')
      .map((cell) => cell.replaceAll('""', '"')),
  );
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, place: random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
}

/** Small numbers that repeat from their seed. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 2 ** 32;
  };
}

/** Everything the registry says about people, whoever stands first: no ids and no row numbers. */
async function meaning(): Promise<string[]> {
  const ids = await desk.client.pupils.ids({ filter: {} });
  const cards = await Promise.all(ids.map((pupilId) => desk.client.pupils.card({ pupilId })));
  return cards
    .map((card) => {
      const person = ({ name, sex, birthDate, contacts }: typeof card.person) =>
        [Object.values(name), sex, birthDate, contacts.map(({ value }) => value).sort()].flat();
      const guardians = card.guardians.map(({ relation, person: it, otherChildren }) => {
        return JSON.stringify([relation, person(it), otherChildren.map(({ name }) => name).sort()]);
      });
      const codes = card.codes.map(({ kind, value }) => `${kind} ${value}`);
      return JSON.stringify([person(card.person), card.className, card.teacherName, codes.sort(), guardians.sort()]);
    })
    .sort();
}

describe.each(['csv-utf8', 'xlsx'] as const)('exported as %s', (format) => {
  test('the pupils table imports without a change', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        desk.close();
        desk = await makeImportDesk();
        await importFile(desk, toMesCsv(makeSchool({ seed, pupils: 40 })));
        const { documentToken, rows, lost } = await desk.client.exports.prepare({ format });
        expect([rows, lost]).toEqual([40, []]);
        const preview = await previewOf(desk, desk.file(documentOf(desk, documentToken).bytes, `out.${format}`));
        expect(preview.counts).toEqual({ new: 0, changed: 0, same: 40, ambiguous: 0, missing: 0, refused: 0 });
        expect([preview.guardiansNew, preview.missingFields]).toEqual([0, []]);
      }),
      runs,
    );
  });
});

test('imported twice is imported once, and undone is as before', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, seeds, async (one, other) => {
      desk.close();
      desk = await makeImportDesk();
      await importFile(desk, toMesCsv(makeSchool({ seed: one, pupils: 30 })));
      const before = await dump(desk.registry);
      const file = desk.file(toMesCsv(makeSchool({ seed: other, pupils: 30 })));
      const preview = await previewOf(desk, file);
      const confirmed = preview.holds.map(({ kind, number, className }) => ({ kind, number, className }));
      const piles = ['new' as const, 'changed' as const, 'missing' as const];
      const result = await applyOf(desk, preview, { piles, confirmed });
      const after = await dump(desk.registry);
      expect((await previewOf(desk, file)).counts).toMatchObject({ new: 0, changed: 0 });
      await write(desk.registry, (trx) => refreshSearch(trx, 'all'));
      expect((await dump(desk.registry)).pupil_search).toEqual(after.pupil_search);
      await desk.client.imports.undo({ importId: result.importId });
      expect(await dump(desk.registry)).toEqual(before);
    }),
    runs,
  );
});

test('the order of rows and columns makes no difference', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => {
      const [header = [], ...rows] = rowsOf(toMesCsv(makeSchool({ seed, pupils: 40 })));
      const random = numbersFrom(seed);
      desk.close();
      desk = await makeImportDesk();
      const plain = await importFile(desk, csv(header, ...rows));
      const expected = await meaning();
      desk.close();
      desk = await makeImportDesk();
      const columns = shuffled([...header.keys()], random);
      const moved = [header, ...shuffled(rows, random)].map((row) => columns.map((column) => row[column] ?? ''));
      const { preview } = await importFile(desk, csv(...moved));
      expect(preview.counts).toEqual(plain.preview.counts);
      expect(preview.guardiansNew).toBe(plain.preview.guardiansNew);
      expect(await meaning()).toEqual(expected);
    }),
    runs,
  );
});

test('against a registry that knows some of them, shuffled rows plan the same', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => {
      const [header = [], ...rows] = rowsOf(toMesCsv(makeSchool({ seed, pupils: 40 })));
      const random = numbersFrom(seed);
      desk.close();
      desk = await makeImportDesk();
      await importFile(desk, csv(header, ...rows.filter(() => random() < 0.6)));
      const one = await previewOf(desk, desk.file(csv(header, ...rows)));
      const other = await previewOf(desk, desk.file(csv(header, ...shuffled(rows, random))));
      expect(other.counts).toEqual(one.counts);
      expect([other.guardiansNew, other.holds]).toEqual([one.guardiansNew, one.holds]);
    }),
    runs,
  );
});
