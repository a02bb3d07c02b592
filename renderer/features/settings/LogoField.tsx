import { Button, FileButton } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { desk, deskQuery } from '../../api.ts';
import { refreshRegistry } from '../../query.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { toastDone } from '../../ui/toast.tsx';
import styles from './Settings.module.css';

/** The school's logo for the slips. It is saved at once, apart from the form. */
export function LogoField() {
  const t = useTranslations('settings.logo');
  const dataUrl = useQuery(deskQuery.settings.logo.queryOptions()).data?.dataUrl ?? null;
  const save = useMutation({
    mutationFn: async (file: File | null) =>
      desk.settings.saveLogo({ base64: file === null ? null : await base64Of(file) }),
    onSuccess: (saved) => {
      toastDone(t(saved.dataUrl === null ? 'removed' : 'saved'));
      return refreshRegistry();
    },
  });
  return (
    <div>
      <span className={styles.label}>{t('label')}</span>
      <div className={styles.logo}>
        <span className={styles.logoPlace}>
          {dataUrl === null ? <IconPhoto size={22} aria-hidden /> : <img src={dataUrl} alt={t('label')} />}
        </span>
        <FileButton accept="image/png,image/jpeg" onChange={(file) => file !== null && save.mutate(file)}>
          {(button) => (
            <Button {...button} variant="default" loading={save.isPending}>
              {t(dataUrl === null ? 'choose' : 'replace')}
            </Button>
          )}
        </FileButton>
        {dataUrl === null ? null : (
          <Button variant="subtle" onClick={() => save.mutate(null)}>
            {t('remove')}
          </Button>
        )}
      </div>
      <p className={styles.note}>{t('hint')}</p>
      {save.error === null ? null : <ErrorCard error={save.error} />}
    </div>
  );
}

/** Read in pieces: one call with a whole picture would overflow the stack. */
async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
