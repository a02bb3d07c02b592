import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstSettings } from '../../main/registry/db/settings.ts';
import { measure } from '../../main/registry/paper/measure.ts';
import { drawPdf } from '../../main/registry/paper/pdf.ts';
import type { SlipBlock } from '../../shared/contract/slip-templates.ts';
import type { PerPage } from '../../shared/contract/slips.ts';
import { seededRandom } from '../../shared/demo/random.ts';
import { makeSchool, type RosterPupil } from '../../shared/demo/rosters.ts';
import { planLogins, planPassword } from '../../shared/domain/issue-plan.ts';
import { formatFullName } from '../../shared/domain/person-name.ts';
import { type Area, slipAreas, slipSheets } from '../../shared/domain/slip-layout.ts';
import type { SlipContent } from '../../shared/domain/slip-texts.ts';
import { paper as english } from '../../shared/i18n/en/paper.ts';
import { paper as russian } from '../../shared/i18n/ru/paper.ts';
import { type PdfWord, pdfWords, poppler } from '../support/pdf-text.ts';
import { slipFrameForTests } from '../support/slip-frames.ts';

const scheme = { kind: 'transliterated', standard: 'icao-9303', pattern: 'surname-initials' } as const;

/** A class as the desk would print it: each pupil, then the guardians. */
function slipsOfClass(seed: number, pupils: number): readonly SlipContent[] {
  const school = makeSchool({ seed, pupils, classes: ['7Б'], traps: true });
  const random = seededRandom(seed + 1);
  const guardianOf = (pupil: RosterPupil) =>
    pupil.guardians.map((name) => ({ name, role: 'guardian', child: pupil }) as const);
  const people = school.pupils.flatMap((name) => [{ name, role: 'pupil', child: name } as const, ...guardianOf(name)]);
  return planLogins(people, scheme, new Set(), random.int).map(({ person, login }) => ({
    role: person.role,
    name: formatFullName(person.name),
    className: '7Б',
    children: person.role === 'pupil' ? [] : [{ name: formatFullName(person.child), className: '7Б' }],
    login,
    password: planPassword(person, login, firstSettings.passwords, random.int),
    copyNumber: 1,
    expiresOn: '2027-08-31',
  }));
}

function inside({ xMm, yMm }: PdfWord, area: Area): boolean {
  const right = area.xMm + area.widthMm;
  const bottom = area.yMm + area.heightMm;
  return xMm >= area.xMm && xMm <= right && yMm >= area.yMm && yMm <= bottom;
}

/** An arrangement of the school's own. */
const ownBlocks = (['password', 'line', 'name', 'login', 'holder', 'ask'] as const).map(
  (kind): SlipBlock => ({ kind, text: '', size: 'normal', half: false }),
);

interface Arrangement {
  readonly words?: typeof russian | typeof english;
  readonly blocks?: readonly SlipBlock[] | undefined;
}

async function draw(slips: readonly SlipContent[], perPage: PerPage, { words = russian, blocks }: Arrangement = {}) {
  const job = { perPage, blocks, frame: slipFrameForTests, words, measure };
  return drawPdf(slipSheets(slips, job), { title: words.slip.title, language: 'ru' });
}

/** So many classes follow one another in one PDF: a thousand are read back in all. */
const classesOnPaper = 20;

describe('paper is what was drawn', () => {
  test('every slip carries its own name, login and password and nobody else’s; the stub never a password', async () => {
    const oneClass = fc.record({ seed: fc.nat(1_000_000), pupils: fc.integer({ min: 1, max: 14 }) });
    const classes = fc.array(oneClass, { minLength: classesOnPaper, maxLength: classesOnPaper });
    const format = fc.constantFrom<PerPage>(2, 4, 8, 8, 8, 12);
    const arrangement = fc.constantFrom(undefined, ownBlocks);
    await fc.assert(
      fc.asyncProperty(classes, format, arrangement, async (many, perPage, blocks) => {
        const slips = many.flatMap(({ seed, pupils }) => slipsOfClass(seed, pupils));
        const words = pdfWords(await draw(slips, perPage, { blocks }));
        const passwords = new Set(slips.map(({ password }) => password));
        const logins = new Set(slips.map(({ login }) => login));
        expect(new Set(words.map(({ page }) => page)).size).toBe(Math.ceil(slips.length / perPage));
        slips.forEach((slip, index) => {
          const { cell, recipient, stub } = slipAreas(index % perPage, perPage);
          const onPage = words.filter(({ page }) => page === Math.floor(index / perPage));
          const textOf = (area: Area) => onPage.filter((word) => inside(word, area)).map(({ text }) => text);
          expect(textOf(cell).filter((text) => passwords.has(text))).toEqual([slip.password]);
          expect(textOf(cell).filter((text) => logins.has(text))).toEqual([slip.login, slip.login]);
          expect(textOf(recipient)).toContain(slip.password);
          for (const part of [recipient, stub]) expect(textOf(part).join('')).toContain(slip.name.replaceAll(' ', ''));
          expect(textOf(stub).filter((text) => passwords.has(text))).toEqual([]);
          expect(textOf(stub)).toContain(slip.login);
        });
      }),
      { numRuns: 1000 / classesOnPaper, seed: 20_260_901 },
    );
  }, 300_000);

  test('only embedded subset fonts, no script, no dates, nothing about the maker', async () => {
    const pdf = await draw(slipsOfClass(7, 8), 8);
    const fonts = poppler('pdffonts', pdf).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(2);
    for (const font of fonts) expect(font).toMatch(/CID TrueType\s+Identity-H\s+yes yes yes/);
    const info = poppler('pdfinfo', pdf);
    expect(info).toMatch(/JavaScript:\s+no/);
    expect(info).toMatch(/Page size:\s+595\.\d+ x 841\.\d+ pts \(A4\)/);
    expect(info).not.toMatch(/Producer|Creator|CreationDate|Author/);
  });

  test('the same slips give the same bytes', async () => {
    const slips = slipsOfClass(11, 5);
    expect(await draw(slips, 8)).toEqual(await draw(slips, 8));
  });

  test('a slip says whose, which school, which address, until when and whom to ask, in both languages', async () => {
    const [slip] = slipsOfClass(3, 1);
    if (!slip) throw new Error('a class without pupils');
    for (const words of [russian, english]) {
      const text = poppler('pdftotext', await draw([slip], 4, { words })).replace(/\s+/g, ' ');
      for (const part of [slip.name, slip.login, slip.password, slipFrameForTests.diaryAddress, '31.08.2027'])
        expect(text).toContain(part);
      expect(text).toContain(words.slip.role.pupil.toUpperCase());
      expect(text).toContain(slipFrameForTests.responsiblePerson);
      expect(text).toContain(words.slip.warning);
    }
  });
});
