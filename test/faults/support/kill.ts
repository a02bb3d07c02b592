import { spawn } from 'node:child_process';
import type { ActionName } from './actions.ts';

/** When the process is killed: at its n-th step, so many milliseconds after it began, or only at its end. */
export type Moment =
  | { readonly kind: 'step'; readonly step: number }
  | { readonly kind: 'time'; readonly ms: number }
  | { readonly kind: 'end' };

/** What a process that was let to its end says of itself. */
export interface Course {
  readonly steps: number;
  readonly ms: number;
}

/** Runs the action in a process that is killed at that moment; answers its course when it came to its end. */
export function runKilled(
  program: string,
  job: { readonly file: string; readonly action: ActionName; readonly temporary: string },
  moment: Moment,
): Promise<Course | undefined> {
  const step = moment.kind === 'step' ? moment.step : 0;
  const child = spawn(process.execPath, [program, job.file, job.action, String(step)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TMPDIR: job.temporary },
  });
  let said = '';
  let complained = '';
  child.stderr.on('data', (text) => {
    complained += text;
  });
  child.stdout.on('data', (text: Buffer) => {
    const first = said === '';
    said += text.toString();
    if (first && moment.kind === 'time') setTimeout(() => child.kill('SIGKILL'), moment.ms);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (signal !== 'SIGKILL') return reject(new Error(`the process ended by itself (${code}): ${complained}`));
      const [, course] = said.split('\n');
      resolve(course ? (JSON.parse(course) as Course) : undefined);
    });
  });
}
