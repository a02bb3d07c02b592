import { ActionIcon, Checkbox, Select, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { type SlipBlock, type SlipBlockKind, slipBlockKindSchema } from '../../../shared/contract/slip-templates.ts';
import styles from './Templates.module.css';
import { type DraftBlock, moved, withBlock } from './template-draft.ts';

interface TemplateBlocksProps {
  readonly blocks: readonly DraftBlock[];
  readonly onChange: (blocks: readonly DraftBlock[]) => void;
}

/** What stands on an own slip, from top to bottom. */
export function TemplateBlocks({ blocks, onChange }: TemplateBlocksProps) {
  const t = useTranslations('slips.template');
  const change = (place: number, more: Partial<SlipBlock>) =>
    onChange(blocks.map((block, index) => (index === place ? { ...block, ...more } : block)));
  return (
    <>
      <ol className={styles.blocks}>
        {blocks.map((block, place) => (
          <BlockRow
            key={block.key}
            block={block}
            place={place}
            last={place === blocks.length - 1}
            onChange={(more) => change(place, more)}
            onMove={(by) => onChange(moved(blocks, place, by))}
            onRemove={() => onChange(blocks.filter((_, index) => index !== place))}
          />
        ))}
      </ol>
      <Select<SlipBlockKind>
        size="xs"
        aria-label={t('add')}
        placeholder={t('add')}
        disabled={blocks.length === 30}
        data={slipBlockKindSchema.options.map((kind) => ({ value: kind, label: t(`block.${kind}`) }))}
        value={null}
        onChange={(kind) => kind !== null && onChange(withBlock(blocks, kind))}
      />
    </>
  );
}

interface BlockRowProps {
  readonly block: DraftBlock;
  readonly place: number;
  readonly last: boolean;
  readonly onChange: (more: Partial<SlipBlock>) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

function BlockRow({ block, place, last, onChange, onMove, onRemove }: BlockRowProps) {
  const t = useTranslations('slips.template');
  const name = t(`block.${block.kind}`);
  const worded = block.kind === 'title' || block.kind === 'text';
  return (
    <li className={styles.block}>
      {worded ? (
        <TextInput
          size="xs"
          maxLength={300}
          aria-label={name}
          placeholder={name}
          value={block.text}
          onChange={(event) => onChange({ text: event.currentTarget.value })}
        />
      ) : (
        <span>{name}</span>
      )}
      <SizeSelect name={name} block={block} onChange={onChange} />
      <Checkbox
        size="xs"
        label={t('half')}
        aria-label={t('halfOf', { block: name })}
        checked={block.half}
        onChange={(event) => onChange({ half: event.currentTarget.checked })}
      />
      <span className={styles.moves}>
        <MoveButton label={t('up', { block: name })} icon={IconArrowUp} off={place === 0} onClick={() => onMove(-1)} />
        <MoveButton label={t('down', { block: name })} icon={IconArrowDown} off={last} onClick={() => onMove(1)} />
        <MoveButton label={t('takeAway', { block: name })} icon={IconX} off={false} onClick={onRemove} />
      </span>
    </li>
  );
}

type SizeSelectProps = Pick<BlockRowProps, 'block' | 'onChange'> & { readonly name: string };

function SizeSelect({ name, block, onChange }: SizeSelectProps) {
  const t = useTranslations('slips.template');
  return (
    <Select<SlipBlock['size']>
      size="xs"
      allowDeselect={false}
      disabled={block.kind === 'line'}
      aria-label={t('sizeOf', { block: name })}
      data={(['small', 'normal', 'large'] as const).map((value) => ({ value, label: t(`size.${value}`) }))}
      value={block.size}
      onChange={(size) => size !== null && onChange({ size })}
    />
  );
}

interface MoveButtonProps {
  readonly label: string;
  readonly icon: typeof IconArrowUp;
  readonly off: boolean;
  readonly onClick: () => void;
}

function MoveButton({ label, icon: Icon, off, onClick }: MoveButtonProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="sm"
      aria-label={label}
      title={label}
      disabled={off}
      onClick={onClick}
    >
      <Icon size={15} />
    </ActionIcon>
  );
}
