import type { Pen } from './layout-block.ts';
import type { PaperWords, SlipFrame } from './slip-texts.ts';

/** Sizes of one slip format in points, before they are made denser for a long text. */
export interface CardSizes {
  readonly name: number;
  readonly role: number;
  readonly body: number;
  readonly small: number;
  /** Login and password; they stay at 12 points or more wherever that fits. */
  readonly secret: number;
  /** Of the barcode on the stub, where it has room: at 17 points its narrowest bar is 0.18 mm, which a hand scanner reads. */
  readonly barcode?: number;
  /** 2: login and password side by side where they fit, steps and validity too; 1: everything under one another. */
  readonly columns: 1 | 2;
  /** `short` leaves out the steps, `label` all guidance too. */
  readonly parts: 'full' | 'short' | 'label';
}

/** Everything a card is made from. */
export interface CardJob {
  readonly frame: SlipFrame;
  readonly words: PaperWords;
  readonly sizes: CardSizes;
  readonly pen: Pen;
}
