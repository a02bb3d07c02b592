import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Session } from 'electron';
import { servePage } from '../../../main/shell/protocol.ts';

/** The built page on this computer's loopback, with the very headers, policy and nonce that the app gives it. */
export interface PageServer {
  readonly address: string;
  close(): void;
}

type Answer = (request: Request) => Promise<Response>;

/** Serves `folder` until closed. */
export async function startPageServer(folder: string): Promise<PageServer> {
  const answer = shellsAnswer(folder);
  const server = createServer((request, response) => {
    void answer(new Request(`app://desk${request.url}`)).then(async (given) => {
      response.writeHead(given.status, Object.fromEntries(given.headers));
      response.end(Buffer.from(await given.arrayBuffer()));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { address: addressOf(server), close: () => void server.close() };
}

/** What the shell would answer: it asks a session for nothing but the place to register itself. */
function shellsAnswer(folder: string): Answer {
  const taken: Answer[] = [];
  const protocol = { handle: (_scheme: string, answer: Answer) => void taken.push(answer) };
  servePage({ protocol } as unknown as Session, folder);
  const [answer] = taken;
  if (answer === undefined) throw new Error('the shell serves no page');
  return answer;
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/index.html`;
}
