/**
 * The Content-Security-Policy of every answer: scripts, fonts and data only from the app itself, nothing inline,
 * nothing evaluated. The nonce (new for every load) lets the UI kit add its own style sheets.
 */
export function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}
