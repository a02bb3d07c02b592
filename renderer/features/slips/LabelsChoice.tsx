import { Select } from '@mantine/core';
import type { KeyboardEvent, MouseEvent } from 'react';
import { useTranslations } from 'use-intl';
import { labelSheetSchema } from '../../../shared/contract/slips.ts';
import styles from './Slips.module.css';
import { gridOf, type LabelSheet } from './slip-options.ts';

interface Labels {
  readonly sheet: LabelSheet;
  readonly startCell: number;
}

interface LabelsChoiceProps {
  readonly labels: Labels;
  readonly onChange: (labels: Labels) => void;
}

/** The only labels with room for a portal code and a QR code. */
const largeLabels: LabelSheet = '2x4';

/** Which sheet of labels, and the first label that is still on it. */
export function LabelsChoice({ labels, onChange }: LabelsChoiceProps) {
  const t = useTranslations('slips.labels');
  return (
    <div className={styles.group}>
      <Select<LabelSheet>
        label={t('sheet')}
        size="xs"
        allowDeselect={false}
        data={labelSheetSchema.options.map((sheet) => ({ value: sheet, label: t(sheet) }))}
        value={labels.sheet}
        onChange={(sheet) => sheet !== null && onChange({ sheet, startCell: 1 })}
      />
      {labels.sheet === largeLabels ? null : <p className={styles.hint}>{t('small')}</p>}
      <StartCell labels={labels} onChange={onChange} />
    </div>
  );
}

/** The sheet in small: a click or an arrow says where printing begins; used-up labels before it are crossed out. */
function StartCell({ labels, onChange }: LabelsChoiceProps) {
  const t = useTranslations('slips.labels');
  const { columns, rows } = gridOf(labels.sheet);
  const total = columns * rows;
  const go = (cell: number) => onChange({ ...labels, startCell: Math.min(total, Math.max(1, cell)) });
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    go(labels.startCell + step);
  };
  // The labels are no controls of their own: a slider may hold none.
  const onClick = ({ target }: MouseEvent) => {
    const cell = target instanceof Element && target.closest<HTMLElement>('[data-cell]');
    if (cell) go(Number(cell.dataset.cell));
  };
  return (
    <div className={styles.start}>
      <span className={styles.legend}>{t('start')}</span>
      <div
        className={styles.grid}
        role="slider"
        tabIndex={0}
        aria-label={t('start')}
        aria-valuemin={1}
        aria-valuemax={total}
        aria-valuenow={labels.startCell}
        aria-valuetext={t('cell', { cell: labels.startCell, total })}
        style={{ gridTemplateColumns: `repeat(${columns}, 1fr)` }}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        {Array.from({ length: total }, (_, index) => index + 1).map((cell) => (
          <span
            key={cell}
            aria-hidden
            className={styles.label}
            data-cell={cell}
            data-used={cell < labels.startCell || undefined}
            data-first={cell === labels.startCell || undefined}
          >
            {cell}
          </span>
        ))}
      </div>
      <p className={styles.hint}>{t('cell', { cell: labels.startCell, total })}</p>
    </div>
  );
}
