import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { RowProblem } from '../../../shared/contract/import-plan.ts';
import shared from './Imports.module.css';
import styles from './Review.module.css';

/** What is wrong with a cell: where it stands, what it says, what was expected. */
export function ProblemLine({ problem }: { readonly problem: RowProblem }) {
  const t = useTranslations('imports.entry');
  const words = useTranslations('problems');
  const refused = problem.severity === 'refused';
  const Icon = refused ? IconCircleX : IconAlertTriangle;
  const place = { row: problem.rowNumber, column: problem.columnNumber, title: problem.columnTitle };
  return (
    <p className={styles.problem} data-refused={refused || undefined}>
      <Icon size={15} aria-hidden />
      <span>
        {words(`${problem.code}.title`)}
        <span className={shared.quiet}>
          {problem.columnNumber === 0 ? '' : ` · ${t('cell', place)}`}
          {` · ${problem.value === '' ? t('empty') : t('value', { value: problem.value })} · `}
          {t('expected', { expected: words(`${problem.code}.expected`, { hint: problem.hint }) })}
        </span>
      </span>
    </p>
  );
}
