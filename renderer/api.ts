import { type ClientLink, createORPCClient, DynamicLink } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query';
import type { DeskClient } from '../shared/contract/index.ts';
import './desk-bridge.ts';
import { askingAgain } from './ask-passphrase.ts';

type Link = ClientLink<Record<never, never>>;

/** The message with which the shell hands over a port to the registry process. */
const PORT_MESSAGE = 'diary-desk:port';

interface Connection {
  readonly link: Promise<Link>;
  readonly arrived: (port: MessagePort) => void;
}

let port: MessagePort | undefined;
let connection = awaitPort();
const reconnectListeners = new Set<() => void>();

/** The page's client of the registry process. Calls made before the port arrives wait for it. */
export const desk: DeskClient = createORPCClient<DeskClient>(new DynamicLink(() => connection.link));

/** Query and mutation options for every route: `useQuery(deskQuery.pupils.list.queryOptions({ input }))`. */
export const deskQuery: RouterUtils<DeskClient> = createTanstackQueryUtils(desk);

/** Asks the shell for a port and listens for it, for the life of the page. */
export function connectDesk(): void {
  window.addEventListener('message', receivePort);
  window.diaryDesk.connect();
}

/** Calls back when the registry process has been started anew and its port has replaced the old one. */
export function onReconnect(listener: () => void): () => void {
  reconnectListeners.add(listener);
  return () => reconnectListeners.delete(listener);
}

function receivePort(event: MessageEvent): void {
  const arrived = event.ports[0];
  if (event.source !== window || event.data !== PORT_MESSAGE || arrived === undefined) return;
  const restarted = port !== undefined;
  if (port !== undefined) abandon(port);
  if (restarted) connection = awaitPort();
  port = arrived;
  connection.arrived(arrived);
  arrived.start();
  if (restarted) for (const listener of reconnectListeners) listener();
}

/** Chrome 114 does not tell that the other side of a port has gone, so open calls are ended by hand: they fail, not hang. */
function abandon(gone: MessagePort): void {
  gone.dispatchEvent(new Event('close'));
  gone.close();
}

function awaitPort(): Connection {
  let arrived: (port: MessagePort) => void = () => undefined;
  const link = new Promise<Link>((resolve) => {
    arrived = (given) => resolve(new RPCLink({ port: given, interceptors: [askingAgain] }));
  });
  return { link, arrived };
}
