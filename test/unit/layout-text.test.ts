import { expect, test } from 'vitest';
import { wrap } from '../../shared/domain/layout-text.ts';

const style = { font: 'han', sizePt: 10 } as const;
const aMillimetreEach = (text: string) => [...text].length;

test.each([
  ['不要把密码告诉任何人学校不会', ['不要把密码告诉任何人', '学校不会']],
  ['不要把密码告诉任何人：学校不会。', ['不要把密码告诉任何', '人：学校不会。']],
  ['不要把密码告诉任何（人）', ['不要把密码告诉任何', '（人）']],
])('Chinese breaks between letters, not before a closing sign or after an opening one: %s', (text, lines) => {
  expect(wrap(text, style, 10, aMillimetreEach)).toEqual(lines);
});

test('a word of Chinese that fits stays whole behind the one before it', () => {
  expect(wrap('密码 告诉', style, 5, aMillimetreEach)).toEqual(['密码 告诉']);
});
