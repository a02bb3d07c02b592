import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FaultCount, lineOf } from './profile.ts';

/** Collects what the files of the suite counted and prints it when all have ended. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'diary-desk-faults-'));
  const place = join(folder, 'counts.jsonl');
  process.env.DIARY_DESK_FAULT_COUNTS = place;
  return () => {
    const lines = existsSync(place) ? readFileSync(place, 'utf8').trimEnd().split('\n') : [];
    const counts = lines.map((line) => JSON.parse(line) as FaultCount);
    process.stdout.write(`\nFaults                                        tried   outcomes\n`);
    for (const count of counts) process.stdout.write(`${lineOf(count)}\n`);
    rmSync(folder, { recursive: true, force: true });
  };
}
