// Draws slips in a process of its own, so that its peak of memory is its own. draw-slips.cjs SLIPS.json
import { readFileSync } from 'node:fs';
import { measure } from '../../../main/registry/paper/measure.ts';
import { drawPdf } from '../../../main/registry/paper/pdf.ts';
import { qrRows } from '../../../main/registry/paper/slip-frame.ts';
import { slipSheets } from '../../../shared/domain/slip-layout.ts';
import type { SlipContent } from '../../../shared/domain/slip-texts.ts';
import { paper } from '../../../shared/i18n/ru/paper.ts';
import { slipFrameForTests } from '../../support/slip-frames.ts';
import { peakMebibytes } from './peak-memory.ts';

async function draw(slips: readonly SlipContent[]): Promise<void> {
  const start = performance.now();
  const frame = { ...slipFrameForTests, qr: qrRows(slipFrameForTests.diaryAddress) };
  const job = { perPage: 8, frame, words: paper, measure } as const;
  const pdf = await drawPdf(slipSheets(slips, job), { title: 'bench', language: 'ru' });
  const seconds = (performance.now() - start) / 1000;
  const mebibytes = peakMebibytes();
  console.log(`RESULT ${JSON.stringify({ seconds, mebibytes, kibibytes: pdf.length / 1024 })}`);
}

void draw(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')));
