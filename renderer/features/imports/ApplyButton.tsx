import { Button } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { ImportPreview } from '../../../shared/contract/imports.ts';

interface ApplyButtonProps {
  readonly counts: ImportPreview['counts'];
  /** Rows that a person chose to leave out. */
  readonly leftOut: number;
  readonly disabled: boolean;
  readonly onApply: () => void;
}

/** The last button says what will happen in numbers. */
export function ApplyButton({ counts, leftOut, disabled, onApply }: ApplyButtonProps) {
  const t = useTranslations('imports.apply');
  const nothing = counts.new + counts.changed - leftOut <= 0;
  return (
    <Button data-apply disabled={disabled || nothing} onClick={onApply}>
      {nothing
        ? t('nothing')
        : t(leftOut === 0 ? 'words' : 'wordsWithout', { created: counts.new, changed: counts.changed, leftOut })}
    </Button>
  );
}
