import { SegmentedControl } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { useApplicationsSearch } from '../../search.ts';

/** Which part of the page is shown. */
export function ViewChoice() {
  const t = useTranslations('applications.view');
  const [{ view = 'applications' }, change] = useApplicationsSearch();
  return (
    <SegmentedControl
      mt={10}
      size="xs"
      aria-label={t('label')}
      data={(['applications', 'paper'] as const).map((value) => ({ value, label: t(value) }))}
      value={view}
      onChange={(value) => change({ view: value === 'paper' ? 'paper' : undefined, open: undefined, form: undefined })}
    />
  );
}
