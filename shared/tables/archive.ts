import { Inflate } from 'fflate';
import type { ArchiveProblem } from './table-problem.ts';

/** What an archive may hold before it is taken for a bomb. */
export interface ArchiveLimits {
  readonly entries: number;
  /** Bytes of all entries together, unpacked. */
  readonly unpackedBytes: number;
  /** Unpacked bytes for one packed byte, asked from a megabyte on. */
  readonly ratio: number;
}

export const ARCHIVE_LIMITS: ArchiveLimits = { entries: 200, unpackedBytes: 100 * 1024 * 1024, ratio: 100 };

/** One file of an archive, as its directory states it. */
export interface ArchiveEntry {
  readonly name: string;
  readonly method: number;
  readonly packedSize: number;
  readonly size: number;
  readonly headerOffset: number;
}

/** A zip whose directory is within the limits. */
export interface Archive {
  readonly kind: 'archive';
  readonly bytes: Uint8Array;
  readonly entries: readonly ArchiveEntry[];
}

type Refused = { readonly kind: 'refused'; readonly problem: ArchiveProblem };

const MEGABYTE = 1024 * 1024;
const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_END_SIZE = 22;
const LONGEST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;
const DAMAGED: Refused = { kind: 'refused', problem: { kind: 'archive-damaged' } };

/**
 * Reads the directory of a zip, nothing else, and refuses bombs, encrypted and damaged archives. Sizes in a directory can
 * lie: `extract` holds an entry to the size it states. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function openArchive(bytes: Uint8Array, limits: ArchiveLimits = ARCHIVE_LIMITS): Archive | Refused {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = directoryEnd(view);
  if (end === undefined) return DAMAGED;
  const count = view.getUint16(end + 10, true);
  if (count > limits.entries) return tooLarge('entries', limits.entries);
  const entries = readDirectory(bytes, view, { from: view.getUint32(end + 16, true), count });
  if (entries === undefined) return DAMAGED;
  if (entries === 'encrypted') return { kind: 'refused', problem: { kind: 'archive-encrypted' } };
  return checkSizes(bytes, entries, limits) ?? { kind: 'archive', bytes, entries };
}

function tooLarge(what: 'entries' | 'size' | 'ratio', limit: number): Refused {
  return { kind: 'refused', problem: { kind: 'archive-too-large', what, limit } };
}

function checkSizes(bytes: Uint8Array, entries: readonly ArchiveEntry[], limits: ArchiveLimits): Refused | undefined {
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  const packed = entries.reduce((sum, entry) => sum + entry.packedSize, 0);
  if (size > limits.unpackedBytes) return tooLarge('size', limits.unpackedBytes);
  if (size > MEGABYTE && size > packed * limits.ratio) return tooLarge('ratio', limits.ratio);
  // Entries that share their packed bytes make a small file large.
  return packed > bytes.length ? DAMAGED : undefined;
}

function directoryEnd(view: DataView): number | undefined {
  const last = view.byteLength - DIRECTORY_END_SIZE;
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at -= 1)
    if (view.getUint32(at, true) === DIRECTORY_END) return at;
  return undefined;
}

interface Directory {
  readonly from: number;
  readonly count: number;
}

function readDirectory(
  bytes: Uint8Array,
  view: DataView,
  directory: Directory,
): ArchiveEntry[] | 'encrypted' | undefined {
  const entries: ArchiveEntry[] = [];
  let at = directory.from;
  while (entries.length < directory.count) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return undefined;
    if ((view.getUint16(at + 8, true) & 1) === 1) return 'encrypted';
    entries.push(readEntry(bytes, view, at));
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): ArchiveEntry {
  const name = bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true));
  return {
    name: new TextDecoder('utf-8').decode(name).replaceAll('\\', '/'),
    method: view.getUint16(at + 10, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    headerOffset: view.getUint32(at + 42, true),
  };
}

/** Bytes of an entry, or undefined when it is damaged or unpacks to another size than stated. */
export function extract(archive: Archive, entry: ArchiveEntry): Uint8Array | undefined {
  const packed = packedBytes(archive.bytes, entry);
  if (packed === undefined) return undefined;
  if (entry.method === STORED) return packed.length === entry.size ? packed : undefined;
  return entry.method === DEFLATED ? inflateWithin(packed, entry.size) : undefined;
}

function packedBytes(bytes: Uint8Array, { headerOffset, packedSize }: ArchiveEntry): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (headerOffset + 30 > bytes.length || view.getUint32(headerOffset, true) !== LOCAL_HEADER) return undefined;
  const from = headerOffset + 30 + view.getUint16(headerOffset + 26, true) + view.getUint16(headerOffset + 28, true);
  return from + packedSize > bytes.length ? undefined : bytes.subarray(from, from + packedSize);
}

/** Packed bytes given to the unpacker at once: it cannot grow more than a thousandfold before the size is checked. */
const STEP = 16_384;

function inflateWithin(packed: Uint8Array, size: number): Uint8Array | undefined {
  const whole = new Uint8Array(size);
  let filled = 0;
  const inflate = new Inflate((chunk) => {
    if (filled + chunk.length <= size) whole.set(chunk, filled);
    filled += chunk.length;
  });
  try {
    for (let from = 0; from < packed.length && filled <= size; from += STEP)
      inflate.push(packed.subarray(from, from + STEP), from + STEP >= packed.length);
  } catch {
    return undefined;
  }
  return filled === size ? whole : undefined;
}
