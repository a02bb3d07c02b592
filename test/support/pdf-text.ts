import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One word on a page, in millimetres from the top left corner. */
export interface PdfWord {
  readonly page: number;
  readonly text: string;
  readonly xMm: number;
  readonly yMm: number;
}

const mmPerPt = 25.4 / 72;
const word = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/;
const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};

/** Runs a tool of poppler on a PDF and gives what it prints. */
export function poppler(tool: 'pdftotext' | 'pdffonts' | 'pdfinfo', pdf: Uint8Array, ...options: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'diary-desk-pdf-'));
  try {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, pdf);
    const output = tool === 'pdftotext' ? ['-'] : [];
    return execFileSync(tool, [...options, file, ...output], { encoding: 'utf8', maxBuffer: 1 << 28 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every word of a PDF with the middle of its box. */
export function pdfWords(pdf: Uint8Array): readonly PdfWord[] {
  let page = -1;
  return poppler('pdftotext', pdf, '-bbox')
    .split('\n')
    .flatMap((line) => {
      if (line.includes('<page ')) page += 1;
      const match = word.exec(line);
      if (!match) return [];
      const [, x1, y1, x2, y2, text = ''] = match;
      const middle = (low = '', high = '') => ((Number(low) + Number(high)) / 2) * mmPerPt;
      const plain = text.replace(/&\w+;/g, (entity) => entities[entity] ?? entity);
      return [{ page, text: plain, xMm: middle(x1, x2), yMm: middle(y1, y2) }];
    });
}
