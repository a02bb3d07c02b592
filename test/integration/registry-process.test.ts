import { EventEmitter } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ToRegistry, type ToShell, toShellSchema } from '../../main/registry/control.ts';
import type { DeskClient } from '../../shared/contract/index.ts';
import { schoolAnswers } from '../support/desk.ts';

const folder = mkdtempSync(join(tmpdir(), 'diary-desk-test-'));
const file = join(folder, 'school.desk');
const fromShell = new EventEmitter();
const toShell = new EventEmitter();
const heard: ToShell[] = [];
let firstStatus: ReturnType<DeskClient['registry']['status']>;
const channel = new MessageChannel();
const client: DeskClient = createORPCClient(new RPCLink({ port: channel.port2 }));

/** Electron's ports give their messages as events with `data`, and have `on` instead of `addEventListener`. */
function asElectronPort(port: MessagePort) {
  return {
    on: (event: string, listener: (event: { data: unknown }) => void) => port.on(event, (data) => listener({ data })),
    start: () => port.start(),
    postMessage: (message: unknown) => port.postMessage(message),
  };
}

const tell = (message: ToRegistry | { kind: 'nonsense' }, ports: unknown[] = []) =>
  fromShell.emit('message', { data: message, ports });

/** The next message to the shell of this kind, sent before or after the question. */
function answer<Kind extends ToShell['kind']>(kind: Kind): Promise<Extract<ToShell, { kind: Kind }>> {
  const isIt = (message: ToShell): message is Extract<ToShell, { kind: Kind }> => message.kind === kind;
  return new Promise((resolve) => {
    const look = () => {
      const at = heard.findIndex(isIt);
      const [found] = at < 0 ? [] : heard.splice(at, 1);
      if (!found || !isIt(found)) return;
      toShell.off('message', look);
      resolve(found);
    };
    toShell.on('message', look);
    look();
  });
}

beforeAll(async () => {
  const parentPort = {
    on: (event: string, listener: (event: unknown) => void) => fromShell.on(event, listener),
    postMessage: (message: unknown) => {
      heard.push(toShellSchema.parse(message));
      toShell.emit('message');
    },
  };
  Object.assign(process, { parentPort });
  await import('../../main/registry/index.ts');
  tell({ kind: 'nonsense' });
  tell({ kind: 'port' }, [asElectronPort(channel.port1)]);
  firstStatus = client.registry.status();
  tell({ kind: 'start', file, demo: false });
  tell({ kind: 'lock', why: 'idle' });
  await firstStatus;
  await client.registry.create(schoolAnswers);
});

afterAll(async () => {
  tell({ kind: 'lock', why: 'asked' });
  await answer('locked');
  channel.port2.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a window is served as soon as the shell has named the file, a garbled message is left alone', async () => {
  expect(await firstStatus).toMatchObject({ state: 'none', demo: false, folder });
});

test('a lock with nothing open is answered too', async () => {
  expect(await answer('locked')).toBeDefined();
});

test('the shell hears of sign-in and of a new idle time', async () => {
  expect(await answer('opened')).toEqual({ kind: 'opened', autoLockMinutes: 5 });
  await client.settings.save({ autoLockMinutes: 2 });
  expect(await answer('settings-changed')).toEqual({ kind: 'settings-changed', autoLockMinutes: 2 });
});

test('the shell gets a document by its token until it is forgotten', async () => {
  const { documentToken: token } = await client.registry.recoverySheet();
  tell({ kind: 'document-request', id: 'a', token });
  const document = await answer('document');
  expect(document).toMatchObject({ id: 'a', secret: true, suggestedName: 'school-recovery.pdf' });
  expect(Buffer.from(document.bytes.subarray(0, 5)).toString()).toBe('%PDF-');
  tell({ kind: 'document-forget', token });
  tell({ kind: 'document-request', id: 'b', token });
  expect(await answer('document-missing')).toEqual({ kind: 'document-missing', id: 'b' });
});

test('a refusal reaches the window with its reason', async () => {
  await expect(client.registry.create(schoolAnswers)).rejects.toMatchObject({
    code: 'REFUSED',
    data: { reason: 'exists-already' },
  });
});

test('locking from the shell reaches the window, its listeners and the file', async () => {
  const events = await client.registry.events();
  await events.next();
  tell({ kind: 'lock', why: 'suspend' });
  expect((await events.next()).value).toEqual({ kind: 'locked', why: 'suspend' });
  await answer('locked');
  await expect(client.settings.get()).rejects.toMatchObject({ code: 'LOCKED' });
  expect(readFileSync(file).includes(schoolAnswers.schoolName)).toBe(false);
  await events.return?.();
});
