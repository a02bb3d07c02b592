import { Button } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { ImportPreview } from '../../../shared/contract/imports.ts';
import { type Acceptance, takenCounts, writtenPiles } from './acceptance.ts';

interface ApplyButtonProps {
  readonly preview: ImportPreview;
  readonly accepted: Acceptance;
  readonly disabled: boolean;
  readonly onApply: () => void;
}

/** The last button says what will happen in numbers. */
export function ApplyButton({ preview, accepted, disabled, onApply }: ApplyButtonProps) {
  const t = useTranslations('imports.apply');
  const counts = takenCounts(preview, accepted);
  const piles = writtenPiles.filter((pile) => counts[pile] > 0);
  const [first, ...next] = piles;
  const { ambiguous, refused } = preview.counts;
  const allKnown = writtenPiles.every((pile) => preview.counts[pile] === 0) && ambiguous + refused === 0;
  return (
    <Button flex="none" data-apply disabled={disabled || first === undefined} onClick={onApply}>
      {first === undefined
        ? t(allKnown ? 'nothing' : 'nothingTaken')
        : [
            t(isStaffList(preview) && first !== 'missing' ? `staff.${first}` : `first.${first}`, {
              count: counts[first],
            }),
            ...next.map((pile) => t(`next.${pile}`, { count: counts[pile] })),
          ].join(', ')}
    </Button>
  );
}

/** A staff list says nothing about pupils. */
const isStaffList = ({ fields }: ImportPreview) => fields.some((field) => field.startsWith('staff.'));
