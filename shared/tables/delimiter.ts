/** Signs between cells that school files use. */
export type Delimiter = ';' | ',' | '\t' | '|';

const SEPARATOR_LINE = /^"?sep=(.)"?[ \t]*(?:\r\n|\r|\n|$)/i;

/** Length and delimiter of the line `sep=;` that spreadsheets understand and do not show; length 0 when there is none. */
export function separatorLine(text: string): { readonly length: number; readonly delimiter: string | undefined } {
  const found = SEPARATOR_LINE.exec(text.slice(0, 32));
  return { length: found?.[0].length ?? 0, delimiter: found?.[1] };
}
