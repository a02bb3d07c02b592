import type { SlipBlock, SlipBlockKind, SlipTemplate } from '../../../shared/contract/slip-templates.ts';

/** A block as it stands in the list being edited; `key` stays when blocks change places. */
export type DraftBlock = SlipBlock & { readonly key: number };

/** A template as it is edited. */
export interface TemplateDraft {
  readonly name: string;
  readonly perPage: SlipTemplate['perPage'];
  readonly blocks: readonly DraftBlock[];
}

const plain = (kind: SlipBlockKind, more: Partial<SlipBlock> = {}): SlipBlock => ({
  ...{ kind, text: '', size: 'normal', half: false },
  ...more,
});

/** What a new own slip begins with: a good one, so that the person takes away and moves rather than builds. */
const firstBlocks: readonly SlipBlock[] = [
  plain('school', { half: true }),
  plain('role', { half: true }),
  plain('name'),
  plain('holder'),
  plain('line'),
  plain('diary'),
  plain('login'),
  plain('password'),
  plain('validity'),
  plain('ask'),
];

const keyed = (block: SlipBlock, key: number): DraftBlock => ({ ...block, key });

/** The draft of a template, or of a new one. */
export function draftOf(template: SlipTemplate | undefined, withCode: boolean): TemplateDraft {
  const first = withCode ? [...firstBlocks.slice(0, 8), plain('code'), ...firstBlocks.slice(8)] : firstBlocks;
  const { name = '', perPage = 4, blocks = first } = template ?? {};
  return { name, perPage, blocks: blocks.map(keyed) };
}

/** What is sent: the list without its keys. */
export function templateOf({ name, perPage, blocks }: TemplateDraft): SlipTemplate {
  return { name: name.trim(), perPage, blocks: blocks.map(({ key: _, ...block }) => block) };
}

/** The list with one more block at its end. */
export function withBlock(blocks: readonly DraftBlock[], kind: SlipBlockKind): readonly DraftBlock[] {
  return [...blocks, keyed(plain(kind), Math.max(0, ...blocks.map(({ key }) => key)) + 1)];
}

/** The list with the block at a place moved up or down by one. */
export function moved(blocks: readonly DraftBlock[], place: number, by: -1 | 1): readonly DraftBlock[] {
  const other = blocks[place + by];
  const one = blocks[place];
  if (!one || !other) return blocks;
  return blocks.map((block, index) => (index === place ? other : index === place + by ? one : block));
}
