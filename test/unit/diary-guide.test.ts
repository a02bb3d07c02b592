import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { faceOf } from '../../main/registry/paper/measure.ts';
import { familyFace, familySteps } from '../../shared/domain/diary-systems/family-steps.ts';
import { diarySystems } from '../../shared/domain/diary-systems/index.ts';

const page = readFileSync(new URL('../../docs/user-guide/diary-systems.html', import.meta.url), 'utf8');

test.each(diarySystems.map(({ id, name, codeName }) => [id, name.ru, codeName?.ru ?? '—']))(
  'the guide tells what the app does for %s',
  (_, name, code) => {
    const row = page.split('\n').find((line) => line.includes(`<th scope="row">${name}</th>`));
    expect(row).toContain(code);
  },
);

test.each(Object.entries(familySteps))('the face of slips has every letter of the steps in %s', (language, steps) => {
  const { parsed } = faceOf(familyFace[language as keyof typeof familySteps] ?? 'regular');
  const hasGlyph = (parsed as unknown as { hasGlyphForCodePoint(code: number): boolean }).hasGlyphForCodePoint;
  const missing = [...steps.join('')].filter((char) => !hasGlyph.call(parsed, char.codePointAt(0) ?? 0));
  expect(missing).toEqual([]);
});
