import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measure } from '../../main/registry/paper/measure.ts';
import { qrRows } from '../../main/registry/paper/slip-frame.ts';
import { draftOf, templateOf } from '../../renderer/features/slips/template-draft.ts';
import { type SlipBlock, type SlipBlockKind, slipBlockKindSchema } from '../../shared/contract/slip-templates.ts';
import { type PerPage, perPageSchema } from '../../shared/contract/slips.ts';
import { slipAreas, slipSheet } from '../../shared/domain/slip-layout.ts';
import { slipSamples } from '../../shared/domain/slip-samples.ts';
import { type TemplateTrial, templateProblems } from '../../shared/domain/slip-template-checks.ts';
import { paper as english } from '../../shared/i18n/en/paper.ts';
import { paper as russian } from '../../shared/i18n/ru/paper.ts';
import { longSlipFrame, slipFrameForTests } from '../support/slip-frames.ts';
import { overlaps, textBoxes } from '../support/text-boxes.ts';

const block = (kind: SlipBlockKind, more: Partial<SlipBlock> = {}): SlipBlock => ({
  ...{ kind, text: kind === 'title' || kind === 'text' ? 'Слова школы' : '', size: 'normal', half: false },
  ...more,
});
const sizes = perPageSchema.options.map(({ value }) => value);
const whole = [block('name'), block('login'), block('password')];
const frame = { ...slipFrameForTests, qr: qrRows('diary.example.ru') };
const trial: TemplateTrial = { frame, words: russian, measure, givesCode: false };
const problems = (blocks: readonly SlipBlock[], perPage: PerPage = 8, more: Partial<TemplateTrial> = {}) =>
  templateProblems({ name: 'Свой', perPage, blocks: [...blocks] }, { ...trial, ...more });

describe('an own slip', () => {
  test.each(sizes)('of name, login and password is good, %i a page', (perPage) => {
    expect(problems(whole, perPage)).toEqual([]);
  });

  test.each(sizes)('as a new one begins is good, %i a page', (perPage) => {
    expect(problems(templateOf(draftOf(undefined, false)).blocks, perPage)).toEqual([]);
    const codes = { frame: { ...frame, codeName: 'Код для портала' }, givesCode: true };
    expect(problems(templateOf(draftOf(undefined, true)).blocks, 4, codes)).toEqual([]);
  });

  test.each(['name', 'login', 'password'] as const)('without %s is of no use', (kind) => {
    const rest = whole.filter((one) => one.kind !== kind);
    expect(problems(rest)).toEqual([{ kind: 'missing', block: kind, sample: null }]);
  });

  test('needs the portal code where the school gives it out', () => {
    expect(problems(whole, 8, { givesCode: true })).toEqual([{ kind: 'missing', block: 'code', sample: null }]);
    expect(problems([...whole, block('code')], 8, { givesCode: true })).toEqual([]);
  });

  test('with a block twice, a text without words, or too much for its place says which', () => {
    expect(problems([...whole, block('login')])).toContainEqual({ kind: 'twice', block: 'login', sample: null });
    expect(problems([...whole, block('text', { text: '' })])).toEqual([
      { kind: 'no-words', block: 'text', sample: null },
    ]);
    const steps = Array.from({ length: 6 }, () => block('steps', { size: 'large' }));
    expect(problems([...whole, ...steps], 12)).toEqual([{ kind: 'too-high', block: null, sample: 'longest' }]);
    expect(problems([block('name'), block('login', { half: true }), block('password', { half: true })], 12)).toEqual([
      { kind: 'too-small', block: 'login', sample: 'longest' },
    ]);
    const wide = { ...frame, qr: qrRows(`https://${'a'.repeat(90)}.example.ru`) };
    expect(problems([...whole, block('qr', { size: 'large', half: true })], 12, { frame: wide })).toContainEqual(
      expect.objectContaining({ kind: 'too-wide', block: 'qr' }),
    );
  });

  test('that is good keeps every text within its part, and no two touch', () => {
    const blocks = fc.array(
      fc.record({
        kind: fc.constantFrom(
          ...slipBlockKindSchema.options.filter((kind) => !['name', 'login', 'password', 'code', 'qr'].includes(kind)),
        ),
        text: fc.constant('Слова школы'),
        size: fc.constantFrom('small' as const, 'normal' as const, 'large' as const),
        half: fc.boolean(),
      }),
      { maxLength: 8 },
    );
    const cases = fc.record({
      more: blocks,
      at: fc.nat(8),
      perPage: fc.constantFrom(...sizes),
      frame: fc.constantFrom(frame, { ...longSlipFrame, logoAspect: 3 }),
      words: fc.constantFrom(russian, english),
    });
    let good = 0;
    fc.assert(
      fc.property(cases, ({ more, at, perPage, ...paper }) => {
        const all = [...more.slice(0, at), ...whole, ...more.slice(at)];
        if (problems(all, perPage, paper).length > 0) return;
        good += 1;
        for (const slip of Object.values(slipSamples)) {
          const { items } = slipSheet([slip], 0, { perPage, blocks: all, measure, ...paper });
          const { recipient, stub } = slipAreas(0, perPage);
          const boxes = textBoxes(items, measure);
          const inside = (area: typeof stub) => (box: (typeof boxes)[number]) =>
            box.left >= area.xMm - 0.02 &&
            box.right <= area.xMm + area.widthMm + 0.02 &&
            box.top >= area.yMm - 0.02 &&
            box.bottom <= area.yMm + area.heightMm + 0.02;
          expect(boxes.filter((box) => !inside(recipient)(box) && !inside(stub)(box))).toEqual([]);
          expect(overlaps(boxes)).toEqual([]);
        }
      }),
      { numRuns: 150, seed: 11 },
    );
    expect(good).toBeGreaterThan(30);
  }, 60_000);
});
