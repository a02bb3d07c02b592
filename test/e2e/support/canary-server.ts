import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A web server that nothing may ever reach; it counts who does. */
export interface CanaryServer {
  readonly address: string;
  hits(): number;
  close(): void;
}

/** Starts it on this computer, where a blocked request would otherwise surely succeed. */
export async function startCanaryServer(): Promise<CanaryServer> {
  let hits = 0;
  const server = createServer((_request, response) => {
    hits += 1;
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.end('reached');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { address: addressOf(server), hits: () => hits, close: () => server.close() };
}

function addressOf(server: Server): string {
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}
