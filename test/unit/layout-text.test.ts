import { expect, test } from 'vitest';
import { wrap } from '../../shared/domain/layout-text.ts';

const style = { font: 'han', sizePt: 10 } as const;
const aMillimetreEach = (text: string) => [...text].length;

test('Chinese breaks between any two letters, but a closing sign begins no line', () => {
  const lines = wrap('不要把密码告诉任何人：学校不会。', style, 10, aMillimetreEach);
  expect(lines).toEqual(['不要把密码告诉任何', '人：学校不会。']);
});

test('a word of Chinese that fits stays whole behind the one before it', () => {
  expect(wrap('密码 告诉', style, 5, aMillimetreEach)).toEqual(['密码 告诉']);
});
