import { Button, Skeleton } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { RolloverPreview } from '../../../shared/contract/rollover.ts';
import { desk, deskQuery } from '../../api.ts';
import { refreshRegistry } from '../../query.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import styles from './Year.module.css';
import type { BegunYear } from './YearBegun.tsx';
import { decisionsOf } from './year-draft.ts';
import type { YearStepProps } from './year-look.ts';

interface PreviewStepProps extends Pick<YearStepProps, 'draft' | 'dispatch'> {
  readonly onBegun: (begun: BegunYear) => void;
}

/** Fourth step: the new year in numbers and by class; only its button writes. */
export function PreviewStep({ draft, dispatch, onBegun }: PreviewStepProps) {
  const t = useTranslations('rollover.preview');
  const input = decisionsOf(draft);
  const previewed = useQuery(deskQuery.rollover.preview.queryOptions({ input, staleTime: 0 }));
  const preview = previewed.data;
  const apply = useMutation({
    mutationFn: (plan: string) => desk.rollover.apply({ ...input, plan }),
    onSuccess: (done) => {
      onBegun({ ...done, startYear: preview?.startYear ?? 0, loginsExpired: preview?.logins === 'expire' });
      return refreshRegistry();
    },
  });
  if (previewed.error !== null) return <ErrorCard error={previewed.error} onRetry={() => void previewed.refetch()} />;
  if (preview === undefined) return <Skeleton height={320} />;
  const stopped = preview.problems.some(({ stops }) => stops);
  const moved = preview.moved + preview.repeaters;
  return (
    <div className={styles.wide}>
      <Counts preview={preview} />
      <Problems preview={preview} />
      <BeginningClasses preview={preview} />
      {apply.error === null ? null : <ErrorCard error={apply.error} onRetry={() => void previewed.refetch()} />}
      <div className={styles.buttons}>
        <Button variant="default" onClick={() => dispatch({ kind: 'went-to', step: 'classes' })}>
          {t('back')}
        </Button>
        <Button loading={apply.isPending} disabled={stopped} onClick={() => apply.mutate(preview.plan)}>
          {t('apply', { moved, graduates: preview.graduates })}
        </Button>
      </div>
    </div>
  );
}

function Counts({ preview }: { readonly preview: RolloverPreview }) {
  const t = useTranslations('rollover.preview');
  const { moved, repeaters, graduates, classes, logins, loginsOfStaying, loginsOfLeaving, leaversLogins } = preview;
  const figures = [
    ['classes', classes.length],
    ['moved', moved],
    ['repeaters', repeaters],
    ['graduates', graduates],
  ] as const;
  return (
    <>
      <dl className={styles.figures}>
        {figures.map(([key, value]) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ul className={styles.points}>
        <li>{t(`logins.${logins}`, { count: loginsOfStaying })}</li>
        {graduates === 0 ? null : <li>{t(`leaving.${leaversLogins}`, { count: loginsOfLeaving })}</li>}
      </ul>
    </>
  );
}

function Problems({ preview }: { readonly preview: RolloverPreview }) {
  const t = useTranslations('rollover');
  if (preview.problems.length === 0) return null;
  return (
    <section className={styles.problems} aria-label={t('preview.problems')}>
      <h2 className={styles.heading}>
        <IconAlertTriangle size={17} aria-hidden /> {t('preview.problems')}
      </h2>
      <ul>
        {preview.problems.map(({ code, className, title }) => (
          <li key={`${code} ${className} ${title}`}>{t(`problem.${code}`, { className, title })}</li>
        ))}
      </ul>
    </section>
  );
}

function BeginningClasses({ preview }: { readonly preview: RolloverPreview }) {
  const t = useTranslations('rollover.preview');
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('class')}</th>
          <th scope="col">{t('from')}</th>
          <th scope="col" data-align="end">
            {t('pupils')}
          </th>
          <th scope="col">{t('teacher')}</th>
        </tr>
      </thead>
      <tbody>
        {preview.classes.map((one) => (
          <tr key={one.title}>
            <th scope="row">{one.title}</th>
            <td>{one.from.join(', ')}</td>
            <td data-align="end">{one.pupils}</td>
            <td>{one.teacherName === '' ? <span className={styles.quiet}>{t('noTeacher')}</span> : one.teacherName}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
