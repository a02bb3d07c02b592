import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { ReconciliationOverview } from '../../../shared/contract/reconciliation.ts';
import { useMay } from '../../query.ts';
import { useReconciliationSearch } from '../../search.ts';

/** Begins a new run; for those who may. */
export function NewRunButton() {
  const t = useTranslations('reconciliation.new');
  const may = useMay('reconciliation.run');
  const [, change] = useReconciliationSearch();
  return may ? (
    <Button leftSection={<IconPlus size={16} />} onClick={() => change({ view: 'new' })}>
      {t('start')}
    </Button>
  ) : null;
}

const views = ['findings', 'suggestions', 'classes', 'duplicates'] as const;

/** Which part of reconciliation is shown, with how many wait in each. */
export function ViewTabs({ overview }: { readonly overview: ReconciliationOverview | undefined }) {
  const t = useTranslations('reconciliation.view');
  const [{ view = 'findings' }, change] = useReconciliationSearch();
  const mayMerge = useMay('duplicates.list');
  const counts = { findings: overview?.states.open ?? 0, suggestions: overview?.suggested ?? 0 };
  const named = (key: 'findings' | 'suggestions') => (counts[key] === 0 ? t(key) : `${t(key)} (${counts[key]})`);
  const parts = [
    { value: 'findings', label: named('findings') },
    { value: 'suggestions', label: named('suggestions') },
    { value: 'classes', label: t('classes') },
    ...(mayMerge ? [{ value: 'duplicates', label: t('duplicates') }] : []),
  ];
  const chosen = (value: string) => views.find((one) => one === value);
  return (
    <SegmentedControl
      mt={10}
      size="xs"
      aria-label={t('label')}
      data={parts}
      value={view}
      onChange={(value) => change({ view: chosen(value), open: undefined, personId: undefined, about: undefined })}
    />
  );
}
