/** Letters, digits, `_` and `-`, with single dots inside: no `..`, no hidden file, no escape, no drive, no backslash. */
const plainPath = /^(?:\/[\w-]+(?:\.[\w-]+)*)+$/;

/**
 * The path inside the page's folder that an address of the window names, beginning with `/`; undefined for every address
 * that is not written plainly, so that nothing has to be decoded or resolved.
 */
export function servedPath(address: string, host: string): string | undefined {
  const url = parse(address);
  if (url?.host !== host || url.username !== '' || url.password !== '') return undefined;
  if (url.pathname === '/') return '/index.html';
  return plainPath.test(url.pathname) ? url.pathname : undefined;
}

function parse(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}
