import { describe, expect, test } from 'vitest';
import type { SlipSelectionInput } from '../../shared/contract/slips.ts';
import { familySteps } from '../../shared/domain/diary-systems/family-steps.ts';
import { slipAreas } from '../../shared/domain/slip-layout.ts';
import { everybody, schoolDesk } from '../support/paper-desk.ts';

async function shown(more: Partial<SlipSelectionInput>) {
  const { client } = await schoolDesk();
  await client.credentials.issue(everybody);
  const { sheets } = await client.slips.preview({ selection: { ...everybody, ...more } });
  const items = sheets.flatMap((sheet) => sheet.items);
  return { items, texts: items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])) };
}

/** Whose slips follow one another: each name once, where it stands in bold as the slip's own. */
async function order(more: Partial<SlipSelectionInput>): Promise<readonly string[]> {
  const { items } = await shown({ perPage: 1, ...more });
  return items.flatMap((item) =>
    item.kind === 'text' && item.font === 'bold' && /^[А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+ [А-ЯЁ]/.test(item.text)
      ? [item.text]
      : [],
  );
}

test('slips of a family stand together on wish: siblings of another class and their parents one after another', async () => {
  const apart = await order({ siblingsTogether: false });
  const together = await order({ siblingsTogether: true });
  expect([...together].sort()).toEqual([...apart].sort());
  const ivanovs = (names: readonly string[]) =>
    names.flatMap((name, place) => (name.startsWith('Иванов') ? [place] : []));
  expect(ivanovs(together)).toEqual([0, 1, 2, 3]);
  expect(ivanovs(apart)).not.toEqual([0, 1, 2, 3]);
});

test('a fold line is a mark at both edges, halfway down what the family gets', async () => {
  const marks = ({ items }: Awaited<ReturnType<typeof shown>>) =>
    items.flatMap((item) => (item.kind === 'line' && item.dash === 'cut' && item.grey === 0.3 ? [item] : []));
  expect(marks(await shown({ perPage: 1, foldLine: false }))).toEqual([]);
  const folded = await shown({ perPage: 1, foldLine: true });
  const [left, right] = marks(folded);
  expect(marks(folded)).toHaveLength(12);
  const { cell, recipient } = slipAreas(0, 1);
  const half = cell.yMm + (recipient.yMm - cell.yMm + recipient.heightMm) / 2;
  expect([left?.y1Mm, left?.y2Mm, right?.y1Mm, right?.y2Mm]).toEqual([half, half, half, half]);
  expect(left?.x1Mm).toBe(cell.xMm);
  expect(right?.x2Mm).toBe(cell.xMm + cell.widthMm);
});

test.each(Object.entries(familySteps))('in %s only the steps change', async (language, steps) => {
  const own = await shown({ perPage: 1 });
  const theirs = await shown({ perPage: 1, stepsLanguage: language as keyof typeof familySteps });
  const letters = (texts: readonly string[]) => texts.join('').replace(/\s+/g, '');
  for (const step of steps.map((text) => letters([text]))) {
    expect(letters(theirs.texts)).toContain(step);
    expect(letters(own.texts)).not.toContain(step);
  }
  for (const text of ['Логин', 'Пароль', 'Ученик'.toUpperCase(), 'diary.example.ru'])
    expect(theirs.texts).toContain(text);
});

describe('slips for a part of the guardians', () => {
  test.each([
    ['mothers', ['Иванова Мария Сергеевна']],
    ['fathers', ['Иванов Пётр Ильич', 'Яковлев Олег Юрьевич']],
    ['others', []],
  ] as const)('%s alone, each of them once; pupils are printed as asked', async (guardians, expected) => {
    const only = await order({ for: ['guardian'], guardians });
    expect(only.toSorted()).toEqual(expected.toSorted());
    const withPupils = await order({ guardians });
    expect(withPupils).toHaveLength(3 + expected.length);
    expect(withPupils).toEqual(expect.arrayContaining([...expected]));
  });

  test('printing the mothers’ leaves the fathers’ for later, with their passwords', async () => {
    const { client } = await schoolDesk();
    await client.credentials.issue(everybody);
    const printed = async (guardians: 'mothers' | 'fathers') => {
      const selection = { ...everybody, for: ['guardian' as const], guardians };
      const { batchId, slips } = await client.slips.prepare({ selection });
      await client.slips.confirmPrinted({ batchId });
      return slips;
    };
    const states = async () =>
      (await client.handover.list({ ...everybody, for: ['guardian'] })).map((row) => row.state);
    expect(await printed('mothers')).toBe(1);
    expect((await states()).toSorted()).toEqual(['generated', 'generated', 'printed']);
    expect(await printed('fathers')).toBe(2);
    expect(await states()).toEqual(['printed', 'printed', 'printed']);
  });
});
