import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { ClassNotice } from '../../../shared/contract/overview.ts';
import { desk, deskQuery } from '../../api.ts';
import { refreshRegistry, useMay } from '../../query.ts';
import { showDate } from '../../ui/dates.ts';
import { useErrorWords } from '../../ui/error-words.ts';
import { useLanguage } from '../../ui/language.tsx';
import { toastError } from '../../ui/toast.tsx';
import styles from './Overview.module.css';

/** Who came, went, left and returned since this person looked last; each line stays until it is put away. */
export function ClassNotices() {
  const t = useTranslations('overview.notice');
  const words = useErrorWords();
  const may = useMay('overview.notices');
  const notices = useQuery(deskQuery.overview.notices.queryOptions({ enabled: may })).data ?? [];
  const seen = useMutation({
    mutationFn: (noticeIds: number[]) => desk.overview.seen({ noticeIds }),
    onSuccess: refreshRegistry,
    onError: (error) => toastError(words(error)),
  });
  if (notices.length === 0) return null;
  return (
    <section className={styles.notices} aria-label={t('title')}>
      <div className={styles.tableHead}>
        <h2 className={styles.heading}>{t('title')}</h2>
        <Button
          size="compact-sm"
          variant="default"
          loading={seen.isPending}
          onClick={() => seen.mutate(notices.map(({ id }) => id))}
        >
          {t('seen')}
        </Button>
      </div>
      <ul className={styles.noticeList}>
        {notices.map((notice) => (
          <NoticeLine key={notice.id} notice={notice} />
        ))}
      </ul>
    </section>
  );
}

function NoticeLine({ notice }: { readonly notice: ClassNotice }) {
  const t = useTranslations('overview.notice');
  const { language } = useLanguage();
  const { kind, at, className, pupilId, name, otherClass } = notice;
  const key = (kind === 'came' || kind === 'went') && otherClass === '' ? (`${kind}Plain` as const) : kind;
  return (
    <li>
      <b>{className}</b>
      <span>
        <Link to="/pupils" search={{ open: pupilId, query: name }} className={styles.classLink ?? ''}>
          {name}
        </Link>{' '}
        {t(key, { other: otherClass })}
      </span>
      <time className={styles.quiet} dateTime={at}>
        {showDate(at, language)}
      </time>
    </li>
  );
}
