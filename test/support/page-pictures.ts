import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Area } from '../../shared/domain/slip-layout.ts';

/** A page as the printer would set it: a byte of grey a dot, 255 for white. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly greys: Uint8Array;
  readonly dotsPerInch: number;
}

/** The pages of a PDF as pictures. */
export function pagePictures(pdf: Uint8Array, dotsPerInch: number): readonly Picture[] {
  const folder = mkdtempSync(join(tmpdir(), 'diary-desk-pictures-'));
  try {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, pdf);
    execFileSync('pdftoppm', ['-gray', '-r', String(dotsPerInch), file, join(folder, 'page')]);
    const pages = readdirSync(folder).filter((name) => name.endsWith('.pgm'));
    return pages.sort().map((page) => pictureIn(readFileSync(join(folder, page)), dotsPerInch));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function pictureIn(pgm: Buffer, dotsPerInch: number): Picture {
  const [head = '', width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.toString('latin1', 0, 40)) ?? [];
  return { width: Number(width), height: Number(height), greys: pgm.subarray(head.length), dotsPerInch };
}

/** The part of a page that an area covers, as far as it lies on the page. */
export function cutOut(page: Picture, { xMm, yMm, widthMm, heightMm }: Area): Picture {
  const dots = (mm: number) => Math.round((mm / 25.4) * page.dotsPerInch);
  const [left, top] = [Math.max(0, dots(xMm)), Math.max(0, dots(yMm))];
  const width = Math.max(0, Math.min(page.width, dots(xMm) + dots(widthMm)) - left);
  const height = Math.max(0, Math.min(page.height, dots(yMm) + dots(heightMm)) - top);
  const greys = new Uint8Array(width * height);
  for (let row = 0; row < height; row += 1) {
    const from = (top + row) * page.width + left;
    greys.set(page.greys.subarray(from, from + width), row * width);
  }
  return { width, height, greys, dotsPerInch: page.dotsPerInch };
}
