import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PaperFont } from '../../../shared/domain/layout-text.ts';

const packageOf = {
  GolosText: 'golos-text',
  JetBrainsMono: 'jetbrains-mono',
  ZCOOLXiaoWei: 'zcool-xiaowei',
  LibreBarcode39: 'libre-barcode-39',
} as const;

const faces: Readonly<Record<PaperFont, { family: keyof typeof packageOf; style: string }>> = {
  regular: { family: 'GolosText', style: '400Regular' },
  medium: { family: 'GolosText', style: '500Medium' },
  bold: { family: 'GolosText', style: '700Bold' },
  mono: { family: 'JetBrainsMono', style: '500Medium' },
  'mono-bold': { family: 'JetBrainsMono', style: '700Bold' },
  han: { family: 'ZCOOLXiaoWei', style: '400Regular' },
  barcode: { family: 'LibreBarcode39', style: '400Regular' },
};

/** Every font that paper uses, in the order of the design. */
export const paperFonts = Object.keys(faces) as readonly PaperFont[];

/** File name of a font as the build copies it into `fonts/` of the registry process or of the window. */
export function fontFileName(font: PaperFont): string {
  return `${faces[font].family}_${faces[font].style}.ttf`;
}

function upwards(folder: string): readonly string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...upwards(above)];
}

/** Where a font file may lie: the folder the environment names, beside the bundle or the window's, in the installed packages. */
function candidates(font: PaperFont): readonly string[] {
  const here = dirname(fileURLToPath(import.meta.url));
  const { family, style } = faces[font];
  const inPackage = join('@expo-google-fonts', packageOf[family], style, fontFileName(font));
  const named = process.env.DIARY_DESK_FONTS;
  return [
    ...(named ? [join(named, fontFileName(font))] : []),
    ...upwards(here).map((folder) => join(folder, 'fonts', fontFileName(font))),
    ...upwards(here).map((folder) => join(folder, 'renderer', 'fonts', fontFileName(font))),
    ...upwards(here).map((folder) => join(folder, 'node_modules', inPackage)),
  ];
}

/** The whole static TrueType file of a font. Throws when the installation lacks it. */
export function readFontFile(font: PaperFont): Uint8Array {
  const file = candidates(font).find((candidate) => existsSync(candidate));
  if (!file) throw new Error(`Font file ${fontFileName(font)} is missing from the installation`);
  return readFileSync(file);
}
