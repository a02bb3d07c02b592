import { readFileSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { isatty, ReadStream } from 'node:tty';

/** Everything of the surroundings that a command touches besides files. */
export interface Io {
  readonly env: NodeJS.ProcessEnv;
  out(text: string): void;
  err(text: string): void;
  /** Is a person at the terminal, who can be asked? */
  readonly canAsk: boolean;
  /** Asks without showing what is typed; '' when the person gave up. */
  askHidden(question: string): Promise<string>;
  /** All of standard input. */
  readInput(): string;
}

const [standardInput, standardOutput, standardError] = [0, 1, 2];

/**
 * The process's own streams, written and read directly, so that nothing is lost when the process ends at once and
 * nothing depends on the event loop of the thread.
 */
export function systemIo(env: NodeJS.ProcessEnv): Io {
  let input: string | undefined;
  return {
    env,
    out: (text) => write(standardOutput, text),
    err: (text) => write(standardError, text),
    canAsk: isatty(standardInput),
    askHidden,
    readInput: () => {
      input ??= readAll();
      return input;
    },
  };
}

function write(descriptor: number, text: string): void {
  let rest: Uint8Array = Buffer.from(text, 'utf8');
  while (rest.length > 0) rest = rest.subarray(writeSome(descriptor, rest));
}

/** A full pipe is tried again; a reader that has gone (`| head`) takes everything silently. */
function writeSome(descriptor: number, bytes: Uint8Array): number {
  try {
    return writeSync(descriptor, bytes);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EPIPE') return bytes.length;
    if (code !== 'EAGAIN') throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    return 0;
  }
}

function readAll(): string {
  try {
    return readFileSync(standardInput, 'utf8');
  } catch {
    return '';
  }
}

async function askHidden(question: string): Promise<string> {
  write(standardError, question);
  const terminal = new ReadStream(standardInput);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: terminal, output: nowhere, terminal: true });
  try {
    return await Promise.race([
      reader.question(''),
      new Promise<string>((gaveUp) => reader.once('close', () => gaveUp(''))),
    ]);
  } finally {
    reader.close();
    terminal.destroy();
    write(standardError, '\n');
  }
}
