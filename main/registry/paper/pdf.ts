import PDFDocument from 'pdfkit';
import type { Language } from '../../../shared/contract/base.ts';
import type { DrawItem, Sheet } from '../../../shared/contract/slips.ts';
import type { PaperFont } from '../../../shared/domain/layout-text.ts';
import { type ContentFonts, contentOf, qrContent } from './content.ts';
import { faceOf, type ParsedFont } from './measure.ts';

/** A font as pdfkit embeds it: only the glyphs that were encoded go into the file. */
interface EmbeddedFont {
  readonly id: string;
  encode(text: string): [string[], unknown];
  /** What each glyph of the subset reads as, for searching and copying. */
  readonly unicode: number[][];
  ref(): object;
}

/** The parts of pdfkit's document that its published types leave out. */
interface Inside {
  _font: EmbeddedFont;
  font(source: ParsedFont): unknown;
  info: Record<string, unknown>;
  page: { fonts: Record<string, object>; xobjects: Record<string, object> };
  ref(data: Record<string, unknown>): { end(content: Buffer): void };
}

export interface PdfOptions {
  readonly title: string;
  readonly language: Language;
  /** The school's logo (PNG or JPEG), for sheets that have a place for it. */
  readonly logo?: Uint8Array | undefined;
}

const ptPerMm = 72 / 25.4;
const pagesBetweenBreaths = 8;

/** A document that says nothing but its title: no dates, no producer, so the same sheets give the same bytes. */
function openDocument({ title, language }: PdfOptions): PDFKit.PDFDocument {
  const document = new PDFDocument({
    autoFirstPage: false,
    font: null as unknown as string,
    fontLayoutCache: false,
    lang: language,
    displayTitle: true,
    info: { Title: title, CreationDate: new Date(0) },
  });
  // pdfkit needs these itself, and writes only what can be enumerated.
  const { info } = document as unknown as Inside;
  for (const key of ['Producer', 'Creator', 'CreationDate']) Object.defineProperty(info, key, { enumerable: false });
  return document;
}

/**
 * The parsed font is shared by all documents and remembers a glyph as it was first met: a part of another glyph («P» in
 * «Р») has no character then. So what it reads as is told to each document anew.
 */
function newCode(font: EmbeddedFont, codePoint: number): string {
  const code = font.encode(String.fromCodePoint(codePoint))[0].join('');
  if (code.length === 4) font.unicode[Number.parseInt(code, 16)] = [codePoint];
  return code;
}

function embedFonts(document: PDFKit.PDFDocument): ContentFonts {
  const inside = document as unknown as Inside;
  const embedded = new Map<PaperFont, EmbeddedFont & { readonly codes: Map<number, string> }>();
  const fontFor = (font: PaperFont) => {
    const known = embedded.get(font);
    if (known) return known;
    inside.font(faceOf(font).parsed);
    const added = Object.assign(inside._font, { codes: new Map<number, string>() });
    embedded.set(font, added);
    return added;
  };
  const encode = (codePoint: number, font: PaperFont) => {
    const own = fontFor(font);
    const code = own.codes.get(codePoint) ?? newCode(own, codePoint);
    own.codes.set(codePoint, code);
    return code;
  };
  const use = (font: PaperFont) => {
    const { id } = fontFor(font);
    inside.page.fonts[id] ??= fontFor(font).ref();
    return id;
  };
  return { encode, use, qr: qrDrawings(inside), lines: new Map() };
}

/** Each QR code is drawn once a document, however many slips show it (ISO 32000-1, 8.10: form XObjects). */
function qrDrawings(inside: Inside): ContentFonts['qr'] {
  const drawn = new Map<string, { readonly name: string; readonly drawing: object }>();
  return (rows) => {
    const key = rows.join('/');
    const known = drawn.get(key) ?? { name: `Q${drawn.size + 1}`, drawing: newDrawing(inside, rows) };
    drawn.set(key, known);
    inside.page.xobjects[known.name] = known.drawing;
    return known.name;
  };
}

function newDrawing(inside: Inside, rows: readonly string[]): object {
  const drawing = inside.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 1, 1], Resources: {} });
  drawing.end(Buffer.from(qrContent(rows)));
  return drawing;
}

type LogoItem = Extract<DrawItem, { kind: 'logo' }>;

/** pdfkit reads the picture once and refers to it afterwards. */
function drawLogo(document: PDFKit.PDFDocument, { xMm, yMm, widthMm, heightMm }: LogoItem, image: unknown): void {
  const fit: [number, number] = [widthMm * ptPerMm, heightMm * ptPerMm];
  document.image(image as PDFKit.Mixins.ImageSrc, xMm * ptPerMm, yMm * ptPerMm, { fit });
}

function drawSheet(document: PDFKit.PDFDocument, sheet: Sheet, fonts: ContentFonts, image: unknown): void {
  document.addPage({ size: [sheet.widthMm * ptPerMm, sheet.heightMm * ptPerMm], margin: 0 });
  document.addContent(contentOf(sheet.items, fonts));
  if (image === undefined) return;
  for (const item of sheet.items) if (item.kind === 'logo') drawLogo(document, item, image);
}

function openLogo(document: PDFKit.PDFDocument, logo: Uint8Array | undefined): unknown {
  const opening = document as unknown as { openImage(bytes: Buffer): unknown };
  return logo && opening.openImage(Buffer.from(logo));
}

function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/**
 * Draws sheets as a PDF: text that can be searched in subset fonts, lines and boxes, the school's logo; no scripts or links,
 * no metadata but title and language. The same sheets give the same bytes. Sheets may come from a generator: only one
 * is held at a time. Throws when a font file is missing.
 */
export async function drawPdf(sheets: Iterable<Sheet>, options: PdfOptions): Promise<Uint8Array> {
  const document = openDocument(options);
  const chunks: Uint8Array[] = [];
  const finished = new Promise<void>((resolve, reject) => {
    // A copy: what zlib gives is the beginning of a buffer of 16 KiB, which would stay as a whole.
    document.on('data', (chunk: Uint8Array) => chunks.push(Uint8Array.from(chunk)));
    document.on('end', resolve);
    document.on('error', reject);
  });
  const fonts = embedFonts(document);
  const image = openLogo(document, options.logo);
  let pages = 0;
  for (const sheet of sheets) {
    drawSheet(document, sheet, fonts, image);
    pages += 1;
    if (pages % pagesBetweenBreaths === 0) await breathe();
  }
  document.end();
  await finished;
  return Buffer.concat(chunks);
}
