import PDFDocument from 'pdfkit';
import { type Measure, mmPerPt, type PaperFont } from '../../../shared/domain/layout-text.ts';
import { readFontFile } from './fonts.ts';

/** What is used of a font that pdfkit has parsed (a fontkit font). */
export interface ParsedFont {
  readonly unitsPerEm: number;
  layout(text: string, features?: Readonly<Record<string, boolean>>): { readonly advanceWidth: number };
}

/** One face, parsed once a process. Widths are in thousandths of the font size. */
export interface Face {
  readonly parsed: ParsedFont;
  advance(character: string): number;
  /** What the font adds between two characters; 0 in a monospaced face. */
  kern(left: string, right: string): number;
}

/** Ligatures and contextual forms would hide letters of a login in one another. */
const plain = { liga: false, clig: false, dlig: false, calt: false, ccmp: false };

function remember(compute: (text: string) => number): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    const width = known.get(text) ?? compute(text);
    known.set(text, width);
    return width;
  };
}

function parse(font: PaperFont): ParsedFont {
  const scratch = new PDFDocument({ font: null as unknown as string, autoFirstPage: false });
  scratch.font(readFontFile(font));
  return (scratch as unknown as { _font: { font: ParsedFont } })._font.font;
}

function isMonospaced(font: PaperFont): boolean {
  return font === 'mono' || font === 'mono-bold';
}

function openFace(font: PaperFont): Face {
  const parsed = parse(font);
  const width = (text: string) => (parsed.layout(text, plain).advanceWidth * 1000) / parsed.unitsPerEm;
  const advance = remember(width);
  const pair = remember((both) => width(both) - [...both].reduce((sum, one) => sum + advance(one), 0));
  return { parsed, advance, kern: isMonospaced(font) ? () => 0 : (left, right) => pair(left + right) };
}

const faces = new Map<PaperFont, Face>();

/** The face of a font; its file is read and parsed at the first use in this process. */
export function faceOf(font: PaperFont): Face {
  const face = faces.get(font) ?? openFace(font);
  faces.set(font, face);
  return face;
}

/** Paper text is composed (NFC): «й» is one letter, not two marks. */
export function charactersOf(text: string): readonly string[] {
  return [...text.normalize('NFC')];
}

function widthInEms(text: string, font: PaperFont): number {
  const face = faceOf(font);
  let width = 0;
  let left = '';
  for (const character of charactersOf(text)) {
    width += face.advance(character) + (left === '' ? 0 : face.kern(left, character));
    left = character;
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
