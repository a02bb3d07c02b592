import { RPCHandler } from '@orpc/server/message-port';
import { keepHourlyCopy } from './backups/keep-copy.ts';
import type { DeskContext, LockReason } from './context.ts';
import { type ToRegistry, type ToShell, toRegistrySchema } from './control.ts';
import { openDemoSchool } from './demo-school.ts';
import { createDesk } from './desk.ts';
import { createDocumentStore } from './documents.ts';
import { createChosenFiles } from './files.ts';
import { router } from './router.ts';
import { signOut } from './sign-in.ts';
import { realSurroundings } from './surroundings.ts';

/** A window's end of the contract, as Electron hands it over. */
interface WindowPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  on(event: 'close', listener: () => void): void;
  start(): void;
  postMessage(message: unknown): void;
}

/** The line to the shell, as Electron gives it to a utility process. */
interface ShellPort {
  on(event: 'message', listener: (event: { data: unknown; ports: WindowPort[] }) => void): void;
  postMessage(message: ToShell): void;
}

const shell = shellPort();
const documents = createDocumentStore();
const files = createChosenFiles();
const handler = new RPCHandler<DeskContext>(router);
const lookForHourMs = 5 * 60_000;
const waitingPorts: WindowPort[] = [];
let context: DeskContext | undefined;
let started = false;

shell.on('message', ({ data, ports }) => {
  const message = toRegistrySchema.safeParse(data);
  if (message.success) receive(message.data, ports);
});

function receive(message: ToRegistry, ports: readonly WindowPort[]): void {
  switch (message.kind) {
    case 'start':
      start(message);
      break;
    case 'port':
      ports.forEach(serve);
      break;
    case 'file':
      files.add(message.token, message.path);
      break;
    case 'lock':
      lock(message.why);
      break;
    case 'document-request':
      shell.postMessage(documentAnswer(message));
      break;
    case 'document-forget':
      documents.forget(message.token);
      break;
  }
}

/** One registry a process: a second `start` changes nothing. */
function start({ file, demo }: Extract<ToRegistry, { kind: 'start' }>): void {
  if (started) return;
  started = true;
  const desk = createDesk({ file, demo, documents, tellShell: (news) => shell.postMessage(news) });
  const ready: DeskContext = { desk, files, documents, surroundings: realSurroundings };
  // A demo school that could not be made leaves the first-run or lock screen; it must not end the process.
  const prepared = demo ? openDemoSchool(ready).catch(() => undefined) : undefined;
  if (prepared) void prepared.then(() => beginServing(ready));
  else beginServing(ready);
}

function beginServing(ready: DeskContext): void {
  context = ready;
  setInterval(() => void keepHourlyCopy(ready).catch(() => undefined), lookForHourMs);
  waitingPorts.splice(0).forEach(serve);
}

/** The shell waits for the answer before it ends, so there is always one. */
function lock(why: LockReason): void {
  if (context?.desk.opened()) void signOut(context, why);
  else shell.postMessage({ kind: 'locked' });
}

function serve(port: WindowPort): void {
  if (context) {
    handler.upgrade(port, { context });
    port.start();
  } else {
    waitingPorts.push(port);
  }
}

function documentAnswer({ id, token }: Extract<ToRegistry, { kind: 'document-request' }>): ToShell {
  const document = documents.find(token);
  if (!document) return { kind: 'document-missing', id };
  const { bytes, suggestedName, secret } = document;
  return { kind: 'document', id, bytes, suggestedName, secret };
}

function shellPort(): ShellPort {
  const port = 'parentPort' in process ? process.parentPort : undefined;
  if (!port) throw new Error('The registry process is started by the shell.');
  return port as ShellPort;
}
