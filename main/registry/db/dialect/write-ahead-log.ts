/**
 * What a write-ahead log says of itself. `damaged`: changes stand in it that SQLite passes over without a word, because
 * something before them is not what was written; `read` and `unread` count changes, `unread` 0 when it cannot be known.
 * `certain` is false when only the last change is concerned: so it also looks when the power failed while that change was
 * on its way to the disk.
 */
export type LogState =
  | { readonly kind: 'sound' }
  | { readonly kind: 'damaged'; readonly certain: boolean; readonly read: number; readonly unread: number };

/** Two running sums of 32 bits. */
type Sums = readonly [number, number];

interface Header {
  readonly pageBytes: number;
  readonly littleEndian: boolean;
  /** Of the current round; frames of an earlier one have others. */
  readonly salts: string;
  readonly sums: Sums;
}

/** One page in the log; `commits` closes a change. */
interface Frame {
  readonly salts: string;
  readonly commits: boolean;
  /** As they are written in the frame. */
  readonly sums: Sums;
  /** Does the frame come after one with these sums, and is it whole? */
  readonly follows: (before: Sums) => boolean;
}

const headerBytes = 32;
const frameHeaderBytes = 24;
const magic = 0x377f0682;
const version = 3007000;
/** Of the SQLCipher 4 format, for a log whose header cannot be read. */
const usualPageBytes = 4096;

/**
 * Reads a log as SQLite does at opening, and then looks at what SQLite leaves out. The sums go over the encrypted pages, so
 * no key is needed. Not damage: no log, a last change torn off by the end of the process, frames of an earlier round, pages
 * of a change that was taken back (no commit closes them). A log that was cut off cannot be told from one that never was
 * longer.
 *
 * @source https://www.sqlite.org/fileformat2.html#the_write_ahead_log
 */
export function readLog(bytes: Uint8Array): LogState {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < headerBytes) return { kind: 'sound' };
  const header = headerOf(view);
  const frames = framesOf(view, header);
  const whole = header === undefined ? 0 : wholeFrames(frames, header);
  const passedOver = frames.slice(whole);
  const salts = header?.salts ?? passedOver.find((_, place) => isFollowed(passedOver, place))?.salts;
  const unread = passedOver.flatMap((_, place) => (isLost(passedOver, place, salts) ? [place] : []));
  const isNoLog = header === undefined && !isBlank(view);
  const [first] = unread;
  if (first === undefined && !isNoLog) return { kind: 'sound' };
  const goesOn = passedOver.slice((first ?? 0) + 1).some((frame) => frame.salts === salts);
  const read = frames.slice(0, whole).filter(({ commits }) => commits).length;
  return { kind: 'damaged', certain: header === undefined || goesOn, read, unread: unread.length };
}

/** The end of a change that had been written: the frame at fault itself counts only when a later one was built on it. */
function isLost(frames: readonly Frame[], place: number, salts: string | undefined): boolean {
  const frame = frames[place];
  if (frame === undefined || frame.salts !== salts || !frame.commits) return false;
  return place > 0 || isFollowed(frames, place);
}

const isFollowed = (frames: readonly Frame[], place: number): boolean => {
  const [frame, next] = [frames[place], frames[place + 1]];
  return frame !== undefined && next !== undefined && next.salts === frame.salts && next.follows(frame.sums);
};

/** How many frames SQLite reads: from the first on, each whole and after the one before. */
function wholeFrames(frames: readonly Frame[], { salts, sums }: Header): number {
  let before = sums;
  const end = frames.findIndex((frame) => {
    if (frame.salts !== salts || !frame.follows(before)) return true;
    before = frame.sums;
    return false;
  });
  return end < 0 ? frames.length : end;
}

/** Undefined when it is not one that SQLite wrote. */
function headerOf(view: DataView): Header | undefined {
  const pageBytes = view.getUint32(8);
  const littleEndian = view.getUint32(0) === magic;
  const known = littleEndian || view.getUint32(0) === magic + 1;
  if (!known || view.getUint32(4) !== version || pageBytes < 512 || pageBytes > 65_536) return undefined;
  const sums = sumsAt(view, 24);
  const isWhole = areSame(sumsOver([0, 0], view, 0, 24, littleEndian), sums);
  return isWhole ? { pageBytes, littleEndian, salts: saltsAt(view, 16), sums } : undefined;
}

function framesOf(view: DataView, header: Header | undefined): Frame[] {
  const littleEndian = header?.littleEndian ?? true;
  const pageBytes = header?.pageBytes ?? usualPageBytes;
  const frameBytes = frameHeaderBytes + pageBytes;
  const count = Math.floor((view.byteLength - headerBytes) / frameBytes);
  return Array.from({ length: count }, (_, place) => {
    const at = headerBytes + place * frameBytes;
    const sums = sumsAt(view, at + 16);
    return {
      salts: saltsAt(view, at + 8),
      commits: view.getUint32(at + 4) !== 0,
      sums,
      follows: (before) => {
        const head = sumsOver(before, view, at, 8, littleEndian);
        return areSame(sumsOver(head, view, at + frameHeaderBytes, pageBytes, littleEndian), sums);
      },
    };
  });
}

const saltsAt = (view: DataView, at: number): string => `${view.getUint32(at)} ${view.getUint32(at + 4)}`;
const sumsAt = (view: DataView, at: number): Sums => [view.getUint32(at), view.getUint32(at + 4)];
const areSame = (one: Sums, other: Sums): boolean => one[0] === other[0] && one[1] === other[1];

function sumsOver([first, second]: Sums, view: DataView, from: number, bytes: number, littleEndian: boolean): Sums {
  let [one, two] = [first, second];
  for (let at = from; at < from + bytes; at += 8) {
    one = (one + view.getUint32(at, littleEndian) + two) >>> 0;
    two = (two + view.getUint32(at + 4, littleEndian) + one) >>> 0;
  }
  return [one, two];
}

/** Nothing but zeros where the header should stand: a log that was begun when the power failed. */
function isBlank(view: DataView): boolean {
  for (let at = 0; at < headerBytes; at += 8) if (view.getBigUint64(at) !== 0n) return false;
  return true;
}
