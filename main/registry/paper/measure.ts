import PDFDocument from 'pdfkit';
import { type Measure, mmPerPt, type PaperFont } from '../../../shared/domain/layout-text.ts';
import { remembering } from '../../../shared/domain/remember.ts';
import { readFontFile } from './fonts.ts';

/** What is used of a font that pdfkit has parsed (a fontkit font). */
export interface ParsedFont {
  readonly unitsPerEm: number;
  layout(text: string, features?: Readonly<Record<string, boolean>>): { readonly advanceWidth: number };
}

/** One face, parsed once a process. Widths are in thousandths of the font size, characters are named by code points. */
export interface Face {
  readonly parsed: ParsedFont;
  advance(code: number): number;
  /** What the font adds between two characters; 0 in a monospaced face. */
  kern(left: number, right: number): number;
}

/** Ligatures and contextual forms would hide letters of a login in one another. */
const plain = { liga: false, clig: false, dlig: false, calt: false, ccmp: false };

function parse(font: PaperFont): ParsedFont {
  const scratch = new PDFDocument({ font: null as unknown as string, autoFirstPage: false });
  scratch.font(readFontFile(font));
  return (scratch as unknown as { _font: { font: ParsedFont } })._font.font;
}

function isMonospaced(font: PaperFont): boolean {
  return font === 'mono' || font === 'mono-bold' || font === 'barcode';
}

function openFace(font: PaperFont): Face {
  const parsed = parse(font);
  const width = (text: string) => (parsed.layout(text, plain).advanceWidth * 1000) / parsed.unitsPerEm;
  // By numbers: a text made for every pair of letters on a slip would cost more than all the rest of its layout.
  const advance = remembering((code: number) => width(String.fromCodePoint(code)));
  const pairsOf = remembering((left: number) =>
    remembering((right: number) => width(String.fromCodePoint(left, right)) - advance(left) - advance(right)),
  );
  return { parsed, advance, kern: isMonospaced(font) ? () => 0 : (left, right) => pairsOf(left)(right) };
}

const faces = new Map<PaperFont, Face>();

/** The face of a font; its file is read and parsed at the first use in this process. */
export function faceOf(font: PaperFont): Face {
  const face = faces.get(font) ?? openFace(font);
  faces.set(font, face);
  return face;
}

/** Code points of a text as paper has it: composed (NFC), so that «й» is one letter, not two marks. */
export function codesOf(text: string): readonly number[] {
  const composed = text.normalize('NFC');
  const codes: number[] = [];
  for (let at = 0; at < composed.length; at += 1) {
    const code = composed.codePointAt(at) ?? 0;
    if (code > 0xffff) at += 1;
    codes.push(code);
  }
  return codes;
}

function widthInEms(text: string, font: PaperFont): number {
  const face = faceOf(font);
  let width = 0;
  let left = 0;
  for (const code of codesOf(text)) {
    width += face.advance(code) + (left === 0 ? 0 : face.kern(left, code));
    left = code;
  }
  return width / 1000;
}

const remembered = new Map<PaperFont, Map<string, number>>();
const mostRemembered = 2000;

/** Widths of texts seen before, since a layout asks for the same ones many times; never of what is set as a secret. */
function knownWidthInEms(text: string, font: PaperFont): number {
  if (isMonospaced(font)) return widthInEms(text, font);
  const widths = remembered.get(font) ?? new Map<string, number>();
  const known = widths.get(text);
  if (known !== undefined) return known;
  const width = widthInEms(text, font);
  remembered.set(font, widths.size < mostRemembered ? widths : new Map<string, number>());
  widths.set(text, width);
  return width;
}

/** The width the PDF gives to a text, in millimetres: advance widths and kerning of the same parsed font. */
export const measure: Measure = (text, font, sizePt) => knownWidthInEms(text, font) * sizePt * mmPerPt;
