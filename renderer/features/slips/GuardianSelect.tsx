import { Button, Select } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { type GuardianGroup, guardianGroups } from '../../../shared/domain/relation.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import styles from './Slips.module.css';

interface GuardianSelectProps {
  readonly chosen: GuardianGroup | undefined;
  readonly onChoose: (chosen: GuardianGroup | undefined) => void;
}

/** Mothers first, fathers later: which of the guardians get their slips now. */
export function GuardianSelect({ chosen, onChoose }: GuardianSelectProps) {
  const t = useTranslations('slips.guardians');
  const all = { value: '', label: t('all') };
  return (
    <Select
      className={styles.guardians ?? ''}
      size="sm"
      aria-label={t('label')}
      data={[all, ...guardianGroups.map((value) => ({ value, label: t(value) }))]}
      value={chosen ?? ''}
      allowDeselect={false}
      onChange={(value) => onChoose(guardianGroups.find((one) => one === value))}
    />
  );
}

/** No slips for these; others may have some. */
export function NothingForThem({ chosen, onAll }: { readonly chosen: GuardianGroup; readonly onAll: () => void }) {
  const t = useTranslations('slips.guardians');
  return (
    <EmptyState title={t(`none.${chosen}`)} action={<Button onClick={onAll}>{t('showAll')}</Button>}>
      {t('noneText')}
    </EmptyState>
  );
}
