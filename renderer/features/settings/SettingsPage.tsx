import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { deskQuery } from '../../api.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { SettingsForm } from './SettingsForm.tsx';

/** The school's choices. */
export function SettingsPage() {
  const t = useTranslations('settings');
  const settings = useQuery(deskQuery.settings.get.queryOptions({ staleTime: Number.POSITIVE_INFINITY }));
  if (settings.data !== undefined) return <SettingsForm settings={settings.data} />;
  return (
    <Page body="scroll" header={<PageHeader title={t('title')} />}>
      {settings.error === null ? null : <ErrorCard error={settings.error} onRetry={() => void settings.refetch()} />}
    </Page>
  );
}
