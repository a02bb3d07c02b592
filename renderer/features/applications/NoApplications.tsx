import { Button } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { useApplicationsSearch } from '../../search.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { ApplicationCounts } from './ApplicationFilters.tsx';

const noFilter = { show: 'all', kind: undefined, classId: undefined, query: undefined } as const;

/** Nothing to show: because there are none, because all is done, or because a filter hides them. */
export function NoApplications({ counts }: { readonly counts: ApplicationCounts | undefined }) {
  const t = useTranslations('applications.empty');
  const [{ show = 'open', kind, classId, query }, change] = useApplicationsSearch();
  const filtered = kind !== undefined || classId !== undefined || query !== undefined;
  const any = filtered || (counts !== undefined && counts.open + counts.closed > 0);
  if (!any) return <EmptyState title={t('title')}>{t('text')}</EmptyState>;
  const plain = filtered || show === 'all' || show === 'closed';
  return (
    <EmptyState
      title={plain ? t('nothing') : t(show)}
      action={
        <Button variant="default" onClick={() => change(noFilter)}>
          {t('showAll')}
        </Button>
      }
    />
  );
}
