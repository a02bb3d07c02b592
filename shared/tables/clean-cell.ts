/**
 * What spreadsheets and portals put around a value is taken off: the guard of `="…"`, the apostrophe that keeps digits
 * or formula signs as text, no-break spaces, invisible marks, and blanks at the ends. What is left is a text of its own.
 */
export function cleanCell(cell: string): string {
  if (cell === '') return cell;
  const visible = UNUSUAL.test(cell) ? cell.replace(SPACES, ' ').replace(INVISIBLE, '') : cell;
  const clean = unguard(needsTrim(visible) ? visible.trim() : visible);
  return clean.length < SHORTEST_PIECE ? clean : ownText(clean);
}

/** V8 copies shorter pieces of a text by itself. */
const SHORTEST_PIECE = 13;

/** A piece cut out of a file's text would keep the whole text in memory for as long as anybody remembers it. */
function ownText(piece: string): string {
  return ` ${piece}`.slice(1);
}

/** Starts that a writer guards with an apostrophe and a reader takes the apostrophe from. */
const GUARDED_START = /^'(?=[\d=@+\-\t\r\n'＝＋－＠])/;

const SPACES = /[\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g;
const INVISIBLE = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const UNUSUAL = /[\u0085\u00a0\u00ad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2069\u3000\ufeff]/;
const FORMULA_TEXT = /^="((?:[^"]|"")*)"$/;

const APOSTROPHE = 39;
const EQUALS = 61;

function needsTrim(cell: string): boolean {
  return cell.charCodeAt(0) <= 32 || cell.charCodeAt(cell.length - 1) <= 32;
}

function unguard(cell: string): string {
  const first = cell.charCodeAt(0);
  if (first === APOSTROPHE) return cell.replace(GUARDED_START, '');
  if (first !== EQUALS) return cell;
  const text = FORMULA_TEXT.exec(cell)?.[1];
  return text === undefined ? cell : text.replaceAll('""', '"').trim();
}
