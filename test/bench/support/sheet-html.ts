import { readFontFile } from '../../../main/registry/paper/fonts.ts';
import type { DrawItem, Sheet } from '../../../shared/contract/slips.ts';
import { mmPerPt, type PaperFont } from '../../../shared/domain/layout-text.ts';

const families: Readonly<Record<PaperFont, string>> = {
  regular: 'golos-400',
  medium: 'golos-500',
  bold: 'golos-700',
  mono: 'mono-500',
  'mono-bold': 'mono-700',
  han: 'han-400',
  barcode: 'barcode-400',
};

function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function grey(value: number): string {
  const level = Math.round(value * 255);
  return `rgb(${level},${level},${level})`;
}

function itemHtml(item: DrawItem): string {
  switch (item.kind) {
    case 'text': {
      const style = `left:${item.xMm}mm;top:${item.baselineMm - item.sizePt * mmPerPt}mm;font-size:${item.sizePt}pt;color:${grey(item.grey)}`;
      return `<p class="${families[item.font]}" style="${style}">${asHtml(item.text)}</p>`;
    }
    case 'line': {
      const size = `left:${item.x1Mm}mm;top:${item.y1Mm}mm;width:${item.x2Mm - item.x1Mm}mm;height:${item.y2Mm - item.y1Mm}mm`;
      const kind = item.dash === 'cut' ? 'dashed' : 'solid';
      const side = item.x1Mm === item.x2Mm ? 'left' : 'top';
      return `<i style="${size};border-${side}:${item.widthPt}pt ${kind} ${grey(item.grey)}"></i>`;
    }
    case 'box': {
      const size = `left:${item.xMm}mm;top:${item.yMm}mm;width:${item.widthMm}mm;height:${item.heightMm}mm`;
      return `<i style="${size};border-radius:${item.radiusMm}mm;background:${grey(item.fillGrey)}"></i>`;
    }
    case 'qr':
    case 'logo':
      return '';
  }
}

function fontFace(font: PaperFont): string {
  const bytes = Buffer.from(readFontFile(font)).toString('base64');
  const family = families[font];
  return `@font-face{font-family:${family};src:url(data:font/ttf;base64,${bytes})}.${family}{font-family:${family}}`;
}

function fontsOf(sheets: readonly Sheet[]): readonly PaperFont[] {
  const used = new Set(sheets.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'text' ? item.font : []))));
  return [...used];
}

/** The same sheets as a page with everything at its place, for a browser to print. */
export function sheetsAsHtml(drawn: Iterable<Sheet>): string {
  const sheets = [...drawn];
  const fonts = fontsOf(sheets).map(fontFace).join('');
  const rules =
    '@page{size:A4;margin:0}body{margin:0}section{position:relative;width:210mm;height:297mm;break-after:page;overflow:hidden}' +
    'p,i{position:absolute;margin:0;white-space:pre;line-height:1.25}';
  const pages = sheets.map(({ items }) => `<section>${items.map(itemHtml).join('')}</section>`);
  return `<!doctype html><meta charset="utf-8"><style>${fonts}${rules}</style>${pages.join('')}`;
}
