/**
 * What every engine this code runs in provides, although the ES library does not list it, and the part of Papa Parse
 * that is used here (its published types pull in Node's).
 */

/** Encoding Standard, https://encoding.spec.whatwg.org/#interface-textdecoder */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  readonly encoding: string;
  decode(input?: Uint8Array, options?: { stream?: boolean }): string;
}

/** Encoding Standard, https://encoding.spec.whatwg.org/#interface-textencoder */
declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}

declare module 'papaparse' {
  interface ParseOptions {
    readonly delimiter: string;
    readonly newline?: '\n' | '\r' | '\r\n';
    readonly quoteChar?: string;
    readonly header?: false;
    readonly preview?: number;
    readonly skipEmptyLines?: boolean;
  }
  interface UnparseOptions {
    readonly delimiter: string;
    readonly newline: string;
    readonly quotes?: (value: string, column: number) => boolean;
    readonly escapeFormulae?: RegExp;
  }
  const papa: {
    parse(text: string, options: ParseOptions): { data: string[][] };
    unparse(rows: readonly (readonly string[])[], options: UnparseOptions): string;
  };
  export = papa;
}
