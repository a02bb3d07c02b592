import { Button } from '@mantine/core';
import { IconUsb } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import type { awayFolderSchema } from '../../../shared/contract/backups.ts';
import { desk } from '../../api.ts';
import { refreshRegistry } from '../../query.ts';
import { showMoment } from '../../ui/dates.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { toastDone } from '../../ui/toast.tsx';
import styles from './Backups.module.css';

type Away = z.infer<typeof awayFolderSchema>;

/** The second folder: where it is, when it last got a copy, whether the stick is in. */
export function AwayFolder({ away }: { readonly away: Away | null }) {
  const t = useTranslations('backups.folder');
  const page = useTranslations('backups');
  const choose = useMutation({
    mutationFn: async (to: 'chosen' | 'none') => {
      const folder = to === 'none' ? null : await window.diaryDesk.chooseFolder();
      if (to === 'chosen' && folder === null) return false;
      await desk.backups.chooseAway({ folderToken: folder?.token ?? null });
      return true;
    },
    onSuccess: (changed, to) => changed && toastDone(t(to === 'chosen' ? 'chosen' : 'forgotten')),
    onSettled: () => refreshRegistry(),
  });
  return (
    <section className={styles.away} aria-label={t('title')}>
      <IconUsb size={22} aria-hidden />
      <div className={styles.awayWords}>
        <h2 className={styles.heading}>{t('title')}</h2>
        {away === null ? <p className={styles.text}>{t('text')}</p> : <AwayWords away={away} />}
        {choose.error === null ? null : <ErrorCard error={choose.error} />}
        <div className={styles.buttons}>
          <Button variant="default" loading={choose.isPending} onClick={() => choose.mutate('chosen')}>
            {t(away === null ? 'choose' : 'change')}
          </Button>
          {away === null ? null : (
            <Button variant="default" onClick={() => choose.mutate('none')}>
              {t('forget')}
            </Button>
          )}
          <Button variant="subtle" onClick={() => void window.diaryDesk.openBackupFolder()}>
            {page('openFolder')}
          </Button>
        </div>
      </div>
    </section>
  );
}

function AwayWords({ away: { path, isThere, lastCopyAt } }: { readonly away: Away }) {
  const t = useTranslations('backups.folder');
  const { language } = useLanguage();
  const when = lastCopyAt === null ? undefined : showMoment(lastCopyAt, language);
  const there = when === undefined ? t('never') : t('there', { when });
  const gone = when === undefined ? t('goneNever') : t('gone', { when });
  return (
    <>
      <p className={`${styles.path} desk-mono`}>{path}</p>
      <p className={styles.text} data-warning={!isThere || undefined}>
        {isThere ? there : gone}
      </p>
    </>
  );
}
