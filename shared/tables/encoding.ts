import { russianPlausibility } from './russian-plausibility.ts';

/** Encodings that Russian school files are met in, by their Encoding Standard names. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251' | 'ibm866' | 'koi8-r' | 'x-mac-cyrillic';

type SingleByte = Exclude<Encoding, 'utf-8' | 'utf-16le' | 'utf-16be'>;

/** What the bytes were taken for; `sure` is false when another encoding reads almost as well. */
export interface DetectedEncoding {
  readonly encoding: Encoding;
  readonly bom: boolean;
  readonly sure: boolean;
}

const SAMPLE_BYTES = 65_536;
/** A lead that texts of a few letters do not reach. */
const SURE_LEAD = 24;

const SINGLE_BYTE: readonly SingleByte[] = ['windows-1251', 'ibm866', 'koi8-r', 'x-mac-cyrillic'];

/**
 * Recognises the encoding: byte order mark, UTF-16 by its zero bytes, strict UTF-8, then the single-byte encoding whose
 * reading looks most like Russian. Never fails: the worst answer is a guess with `sure: false`.
 */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding {
  const marked = encodingOfMark(bytes);
  if (marked !== undefined) return { encoding: marked, bom: true, sure: true };
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return { encoding: wide, bom: false, sure: true };
  const sample = tellingSample(bytes);
  const utf8 = utf8Verdict(sample);
  if (utf8 !== 'no') return { encoding: 'utf-8', bom: false, sure: utf8 === 'strict' };
  return mostRussian(sample);
}

/** Text of the bytes without byte order marks; what cannot be decoded becomes U+FFFD. */
export function decode(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes).replace(/^\uFEFF+/, '');
}

/** Encoded text, and the characters that the encoding has no place for (each once; a question mark stands in for them). */
export interface EncodedText {
  readonly bytes: Uint8Array;
  readonly lost: readonly string[];
}

/** Encodes text; `bom` puts a byte order mark in front of Unicode encodings and is ignored for single-byte ones. */
export function encodeText(text: string, encoding: Encoding, options: { readonly bom?: boolean } = {}): EncodedText {
  const marked = options.bom === true ? `\uFEFF${text}` : text;
  switch (encoding) {
    case 'utf-8':
      return { bytes: new TextEncoder().encode(marked), lost: [] };
    case 'utf-16le':
    case 'utf-16be':
      return { bytes: encodeWide(marked, encoding === 'utf-16be'), lost: [] };
    default:
      return encodeSingleByte(text, encoding);
  }
}

function encodingOfMark(bytes: Uint8Array): Encoding | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

/** In Russian UTF-16 nearly every high byte is 0 (Latin, digits, delimiters) or 4 (Cyrillic), and some are 0. */
function wideEncoding(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, 4096);
  const pairs = sample.length >> 1;
  if (pairs < 2) return undefined;
  const even = highBytes(sample, 0);
  const odd = highBytes(sample, 1);
  if (odd.zeros > 0 && odd.plausible >= pairs * 0.9 && even.zeros < odd.zeros) return 'utf-16le';
  if (even.zeros > 0 && even.plausible >= pairs * 0.9 && odd.zeros < even.zeros) return 'utf-16be';
  return undefined;
}

function highBytes(sample: Uint8Array, from: number): { readonly zeros: number; readonly plausible: number } {
  let zeros = 0;
  let cyrillic = 0;
  for (let index = from; index < sample.length; index += 2) {
    if (sample[index] === 0) zeros += 1;
    else if (sample[index] === 4) cyrillic += 1;
  }
  return { zeros, plausible: zeros + cyrillic };
}

/** The beginning, or the part around the first letter beyond ASCII when the beginning has none. */
function tellingSample(bytes: Uint8Array): Uint8Array {
  let first = 0;
  while (first < bytes.length && (bytes[first] ?? 0) < 0x80) first += 1;
  const from = first < SAMPLE_BYTES ? 0 : first;
  return bytes.subarray(from, from + SAMPLE_BYTES);
}

/** `mostly`: UTF-8 with a few damaged places, which no single-byte Russian text looks like. */
function utf8Verdict(sample: Uint8Array): 'strict' | 'mostly' | 'no' {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: sample.length === SAMPLE_BYTES });
    return 'strict';
  } catch {
    const text = new TextDecoder('utf-8').decode(sample);
    const damaged = text.split('\uFFFD').length - 1;
    const sound = text.match(/[\u0400-\u04FF]/g)?.length ?? 0;
    return sound > damaged * 10 ? 'mostly' : 'no';
  }
}

function mostRussian(sample: Uint8Array): DetectedEncoding {
  const readings = SINGLE_BYTE.map((encoding) => {
    const text = decode(sample, encoding);
    return { encoding, text, score: russianPlausibility(text) };
  });
  readings.sort((left, right) => right.score - left.score);
  const [best] = readings;
  if (best === undefined) return { encoding: 'windows-1251', bom: false, sure: false };
  const rival = readings.find(({ text }) => text !== best.text)?.score ?? 0;
  const sure = best.score - Math.max(0, rival) > SURE_LEAD;
  return { encoding: best.encoding, bom: false, sure };
}

function encodeWide(text: string, bigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index += 1) view.setUint16(index * 2, text.charCodeAt(index), !bigEndian);
  return bytes;
}

const inverseTables = new Map<SingleByte, Int16Array>();

/** Byte for every UTF-16 unit, -1 where there is none; the inverse of what the decoder does. */
function inverseTable(encoding: SingleByte): Int16Array {
  const known = inverseTables.get(encoding);
  if (known !== undefined) return known;
  const table = new Int16Array(65_536).fill(-1);
  const letters = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  for (let byte = 0; byte < 256; byte += 1) table[letters.charCodeAt(byte)] = byte;
  inverseTables.set(encoding, table);
  return table;
}

const QUESTION_MARK = 0x3f;

function encodeSingleByte(text: string, encoding: SingleByte): EncodedText {
  const table = inverseTable(encoding);
  const bytes = new Uint8Array(text.length);
  const lost = new Set<string>();
  let length = 0;
  for (let index = 0; index < text.length; index += 1) {
    const byte = table[text.charCodeAt(index)] ?? -1;
    if (byte >= 0) bytes[length++] = byte;
    else {
      const character = String.fromCodePoint(text.codePointAt(index) ?? QUESTION_MARK);
      lost.add(character);
      index += character.length - 1;
      bytes[length++] = QUESTION_MARK;
    }
  }
  return { bytes: bytes.subarray(0, length), lost: [...lost] };
}
