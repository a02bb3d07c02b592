import { randomUUID } from 'node:crypto';
import { MessageChannelMain, type UtilityProcess, utilityProcess, type WebContents } from 'electron';
import { type ToRegistry, type ToShell, toShellSchema } from '../registry/control.ts';
import { built } from './built.ts';
import { portMessage } from './channels.ts';
import type { Place } from './data-folder.ts';

/** A document on its way to the printer or to a file. */
export type DeskDocument = Omit<Extract<ToShell, { kind: 'document' }>, 'kind' | 'id'>;

export type LockReason = Extract<ToRegistry, { kind: 'lock' }>['why'];

/** The process that owns the registry file, as the rest of the shell sees it. */
export interface RegistryProcess {
  /** Gives the page a fresh port to the contract; again whenever the process had to be restarted. */
  connect(contents: WebContents): void;
  /** Tells which file a person chose; the page gets the token only. */
  offerFile(path: string): string;
  lock(why: LockReason): void;
  /** Idle minutes after which to lock; undefined while nothing is open. */
  autoLockMinutes(): number | undefined;
  document(token: string): Promise<DeskDocument | undefined>;
  /** Locks, waits until the file is closed, ends the process. */
  stop(): Promise<void>;
}

interface Line {
  readonly place: Place;
  readonly giveUp: () => void;
  readonly waiting: Map<string, (document: DeskDocument | undefined) => void>;
  readonly whenLocked: Set<() => void>;
  readonly deaths: number[];
  child: UtilityProcess;
  page: WebContents | undefined;
  autoLockMinutes: number | undefined;
  stopping: boolean;
}

const stopLimitMs = 5_000;
const deathsAllowed = 3;
const deathWindowMs = 60_000;

/** Starts the registry process. `giveUp` is called when it dies again and again. */
export function startRegistryProcess(place: Place, giveUp: () => void): RegistryProcess {
  const line: Line = {
    place,
    giveUp,
    waiting: new Map(),
    whenLocked: new Set(),
    deaths: [],
    child: fork(),
    page: undefined,
    autoLockMinutes: undefined,
    stopping: false,
  };
  attend(line);
  return {
    connect: (contents) => connect(line, contents),
    offerFile: (path) => offerFile(line, path),
    lock: (why) => send(line, { kind: 'lock', why }),
    autoLockMinutes: () => line.autoLockMinutes,
    document: (token) => requestDocument(line, token),
    stop: () => stop(line),
  };
}

const fork = () => utilityProcess.fork(built('main', 'registry.cjs'), [], { serviceName: 'Diary Desk registry' });

function attend(line: Line): void {
  line.child.on('message', (message: unknown) => receive(line, toShellSchema.parse(message)));
  line.child.once('exit', () => revive(line));
  send(line, { kind: 'start', ...line.place });
}

function send(line: Line, message: ToRegistry, ports: Electron.MessagePortMain[] = []): void {
  line.child.postMessage(message, ports);
}

function receive(line: Line, message: ToShell): void {
  switch (message.kind) {
    case 'opened':
    case 'settings-changed':
      line.autoLockMinutes = message.autoLockMinutes;
      return;
    case 'locked':
      line.autoLockMinutes = undefined;
      for (const done of line.whenLocked) done();
      return;
    case 'document':
    case 'document-missing':
      deliver(line, message);
      return;
  }
}

function deliver(line: Line, message: Extract<ToShell, { id: string }>): void {
  const resolve = line.waiting.get(message.id);
  line.waiting.delete(message.id);
  resolve?.(message.kind === 'document' ? message : undefined);
}

/** A registry process that died is started again; the page gets a new port and finds the registry locked. */
function revive(line: Line): void {
  abandon(line);
  if (line.stopping) return;
  line.deaths.push(Date.now());
  if (line.deaths.filter((at) => at > Date.now() - deathWindowMs).length > deathsAllowed) {
    line.giveUp();
    return;
  }
  line.child = fork();
  attend(line);
  if (line.page && !line.page.isDestroyed()) connect(line, line.page);
}

function abandon(line: Line): void {
  line.autoLockMinutes = undefined;
  for (const resolve of line.waiting.values()) resolve(undefined);
  line.waiting.clear();
  for (const done of line.whenLocked) done();
}

function connect(line: Line, contents: WebContents): void {
  const { port1, port2 } = new MessageChannelMain();
  line.page = contents;
  send(line, { kind: 'port' }, [port1]);
  contents.postMessage(portMessage, null, [port2]);
}

function offerFile(line: Line, path: string): string {
  const token = randomUUID();
  send(line, { kind: 'file', token, path });
  return token;
}

function requestDocument(line: Line, token: string): Promise<DeskDocument | undefined> {
  const id = randomUUID();
  return new Promise((resolve) => {
    line.waiting.set(id, resolve);
    send(line, { kind: 'document-request', id, token });
  });
}

async function stop(line: Line): Promise<void> {
  line.stopping = true;
  if (line.autoLockMinutes !== undefined) await locked(line);
  const ended = new Promise((resolve) => line.child.once('exit', resolve));
  if (line.child.kill()) await Promise.race([ended, delay(stopLimitMs)]);
}

function locked(line: Line): Promise<unknown> {
  const done = new Promise<void>((resolve) => line.whenLocked.add(resolve));
  send(line, { kind: 'lock', why: 'asked' });
  return Promise.race([done, delay(stopLimitMs)]);
}

const delay = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
