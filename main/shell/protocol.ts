import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Session } from 'electron';
import { contentPolicy } from './content-policy.ts';
import { deskHost, deskScheme } from './origin.ts';
import { servedPath } from './served-path.ts';

/** What `electron.vite.config.ts` writes into the built page where the nonce belongs. */
const noncePlaceholder = '__CSP_NONCE__';

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

/** Serves the built page at `app://desk/` from `folder`; everything else there is 404. */
export function servePage(session: Session, folder: string): void {
  session.protocol.handle(deskScheme, (request) => answer(request, folder));
}

async function answer(request: Request, folder: string): Promise<Response> {
  const path = request.method === 'GET' ? servedPath(request.url, deskHost) : undefined;
  const mediaType = path === undefined ? undefined : mediaTypes[extname(path)];
  if (path === undefined || mediaType === undefined) return notFound();
  try {
    return found(await readFile(join(folder, path)), mediaType);
  } catch {
    return notFound();
  }
}

function found(bytes: Buffer, mediaType: string): Response {
  const nonce = randomBytes(16).toString('base64');
  const isPage = mediaType.startsWith('text/html');
  const body = isPage ? bytes.toString('utf8').replaceAll(noncePlaceholder, nonce) : new Uint8Array(bytes);
  return new Response(body, { headers: headers(mediaType, nonce) });
}

const notFound = () =>
  new Response('', { status: 404, headers: headers('text/plain', randomBytes(16).toString('base64')) });

function headers(mediaType: string, nonce: string): Record<string, string> {
  return {
    'Content-Type': mediaType,
    'Content-Security-Policy': contentPolicy(nonce),
    'Cache-Control': 'no-store',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  };
}
