import type { DrawItem } from '../contract/slips.ts';

/** The faces that paper is set in: Golos Text in three weights, JetBrains Mono in two. */
export type PaperFont = Extract<DrawItem, { kind: 'text' }>['font'];

/** Width of a text in millimetres as the PDF will set it. Given to the layouts, so that they stay pure. */
export type Measure = (text: string, font: PaperFont, sizePt: number) => number;
