import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import styles from './FilterChips.module.css';

/** A filter that is on: what it says («Класс: 5А») and how it goes away. */
export interface FilterChip {
  readonly id: string;
  readonly label: string;
  readonly onRemove: () => void;
}

interface FilterChipsProps {
  /** Inputs that put filters on: search box, selects. */
  readonly children?: ReactNode;
  readonly chips: readonly FilterChip[];
  readonly shown: number;
  readonly total: number;
  readonly onReset: () => void;
  /** A filter is on that has no chip. */
  readonly alwaysReset?: boolean;
}

/** The line over a table: search and selects, chips of what is on, how many rows are shown, reset. */
export function FilterChips({ children, chips, shown, total, onReset, alwaysReset = false }: FilterChipsProps) {
  const t = useTranslations('app');
  return (
    <search className={styles.line} aria-label={t('filter.label')}>
      {children}
      {chips.map((chip) => (
        <button
          key={chip.id}
          type="button"
          className={styles.chip}
          onClick={chip.onRemove}
          aria-label={t('filter.remove', { name: chip.label })}
        >
          {chip.label}
          <IconX size={13} aria-hidden />
        </button>
      ))}
      {chips.length === 0 && !alwaysReset ? null : (
        <Button variant="subtle" size="compact-sm" onClick={onReset}>
          {t('action.reset')}
        </Button>
      )}
      <span className={styles.count} role="status">
        {t('filter.shown', { shown, total })}
      </span>
    </search>
  );
}
