import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import { FormProvider, useForm, useFormState } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { type Settings, settingsSchema } from '../../../shared/contract/settings.ts';
import { desk } from '../../api.ts';
import { refreshRegistry, refreshStatus } from '../../query.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { toastDone } from '../../ui/toast.tsx';
import { ApplicationsGroup } from './ApplicationsGroup.tsx';
import { ContactsGroup } from './ContactsGroup.tsx';
import { DiaryGroup } from './DiaryGroup.tsx';
import { LoginsGroup } from './LoginsGroup.tsx';
import { PasswordsGroup } from './PasswordsGroup.tsx';
import { LookGroup, SchoolGroup, SecurityGroup } from './SchoolGroup.tsx';
import styles from './Settings.module.css';
import { SlipsGroup } from './SlipsGroup.tsx';
import { YearGroup } from './YearGroup.tsx';

/** The form of all settings; the save button appears with the first change, and leaving asks. */
export function SettingsForm({ settings }: { readonly settings: Settings }) {
  const t = useTranslations('settings');
  const form = useForm<Settings>({ values: settings, mode: 'onTouched' });
  const save = useMutation({
    mutationFn: (values: Settings) => desk.settings.save(settingsSchema.parse(values)),
    onSuccess: async (saved) => {
      form.reset(saved);
      toastDone(t('saved'));
      await Promise.all([refreshRegistry(), refreshStatus()]);
    },
  });
  return (
    <FormProvider {...form}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => void form.handleSubmit((values) => save.mutate(values))(event)}
      >
        <Page
          body="scroll"
          header={
            <PageHeader
              title={t('title')}
              action={<SaveButtons busy={save.isPending} onDiscard={() => form.reset()} />}
            />
          }
        >
          {save.error === null ? null : <ErrorCard error={save.error} />}
          <div className={styles.groups}>
            <SchoolGroup />
            <DiaryGroup />
            <SlipsGroup />
            <LoginsGroup />
            <PasswordsGroup />
            <YearGroup />
            <ApplicationsGroup />
            <ContactsGroup />
            <SecurityGroup />
            <LookGroup />
          </div>
        </Page>
      </form>
      <LeaveGuard />
    </FormProvider>
  );
}

function SaveButtons({ busy, onDiscard }: { readonly busy: boolean; readonly onDiscard: () => void }) {
  const t = useTranslations('settings');
  const { isDirty } = useFormState<Settings>();
  if (!isDirty) return null;
  return (
    <>
      <Button variant="default" onClick={onDiscard}>
        {t('discard')}
      </Button>
      <Button type="submit" loading={busy}>
        {t('save')}
      </Button>
    </>
  );
}

/** Leaving with unsaved changes asks first. */
function LeaveGuard() {
  const t = useTranslations('settings');
  const { isDirty } = useFormState<Settings>();
  const blocker = useBlocker({ shouldBlockFn: () => isDirty, withResolver: true, enableBeforeUnload: false });
  return (
    <ConfirmDialog
      opened={blocker.status === 'blocked'}
      title={t('unsaved')}
      confirmLabel={t('discard')}
      cancelLabel={t('stay')}
      onClose={() => blocker.reset?.()}
      onConfirm={() => blocker.proceed?.()}
    >
      {t('unsavedText')}
    </ConfirmDialog>
  );
}
