// Draws so many slips in a process of its own, so that its peak of memory is its own. node draw-slips.ts COUNT
import { measure } from '../../../main/registry/paper/measure.ts';
import { drawPdf } from '../../../main/registry/paper/pdf.ts';
import { qrRows } from '../../../main/registry/paper/slip-frame.ts';
import { slipSheets } from '../../../shared/domain/slip-layout.ts';
import { paper } from '../../../shared/i18n/ru/paper.ts';
import { slipFrameForTests } from '../../support/slip-frames.ts';
import { benchSlips } from './bench-slips.ts';

const slips = benchSlips(Number(process.argv[2]));
const start = performance.now();
const frame = { ...slipFrameForTests, qr: qrRows(slipFrameForTests.diaryAddress) };
const job = { perPage: 8, frame, words: paper, measure } as const;
const pdf = await drawPdf(slipSheets(slips, job), { title: 'bench', language: 'ru' });
const seconds = (performance.now() - start) / 1000;
const mebibytes = process.resourceUsage().maxRSS / 1024;
console.log(`RESULT ${JSON.stringify({ seconds, mebibytes, kibibytes: pdf.length / 1024 })}`);
