import { Button } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconFile, IconPrinter, type TablerIcon } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { SchoolCoverage } from '../../../shared/contract/classes.ts';
import type { RoutePath } from '../../../shared/contract/index.ts';
import { useMay } from '../../query.ts';
import styles from './Overview.module.css';

interface Job {
  readonly state: 'none' | 'generated' | 'printed';
  readonly icon: TablerIcon;
  readonly meaning: string;
  readonly to: '/issue' | '/slips' | '/handover';
  readonly needs: RoutePath;
}

const jobs: readonly Job[] = [
  { state: 'none', icon: IconCircleDashed, meaning: 'needs-you', to: '/issue', needs: 'credentials.issue' },
  { state: 'generated', icon: IconFile, meaning: 'waiting', to: '/slips', needs: 'slips.prepare' },
  { state: 'printed', icon: IconPrinter, meaning: 'information', to: '/handover', needs: 'handover.mark' },
];

/** What needs a person today: how many lack a login, a printed slip, a handover; each with the button that does it. */
export function TodayCards({ school }: { readonly school: SchoolCoverage }) {
  const t = useTranslations('overview');
  const { pupils, guardians } = school;
  const open = jobs.filter(({ state }) => pupils[state] + guardians[state] > 0);
  return (
    <section className={styles.today} aria-label={t('today')}>
      <h2 className={styles.heading}>{t('today')}</h2>
      {open.length === 0 ? <AllDone /> : null}
      <div className={styles.cards}>
        {open.map((job) => (
          <JobCard key={job.state} job={job} pupils={pupils[job.state]} guardians={guardians[job.state]} />
        ))}
      </div>
    </section>
  );
}

interface JobCardProps {
  readonly job: Job;
  readonly pupils: number;
  readonly guardians: number;
}

function JobCard({ job, pupils, guardians }: JobCardProps) {
  const t = useTranslations('overview');
  const navigate = useNavigate();
  const may = useMay(job.needs);
  const mayLook = useMay('pupils.list');
  const number = (
    <>
      {(pupils + guardians).toLocaleString()} <span className={styles.what}>{t(job.state)}</span>
    </>
  );
  const Icon = job.icon;
  return (
    <div className={styles.card}>
      <div className={styles.jobHead}>
        <span className={styles.jobIcon} data-meaning={job.meaning}>
          <Icon size={17} aria-hidden />
        </span>
        {mayLook ? (
          <Link to="/pupils" search={{ state: job.state }} className={styles.number ?? ''}>
            {number}
          </Link>
        ) : (
          <span className={styles.number}>{number}</span>
        )}
      </div>
      <p className={styles.detail}>
        <span>{t('pupilsShort', { count: pupils })},</span> <span>{t('guardiansShort', { count: guardians })}</span>
      </p>
      {may ? (
        <Button
          variant={job.state === 'none' ? 'filled' : 'default'}
          size="xs"
          onClick={() => void navigate({ to: job.to })}
        >
          {t(`${job.state}Action`)}
        </Button>
      ) : null}
    </div>
  );
}

function AllDone() {
  const t = useTranslations('overview');
  return (
    <p className={styles.allDone}>
      <IconCircleCheck size={18} aria-hidden />
      <span>
        <b>{t('allDone')}.</b> {t('allDoneText')}
      </span>
    </p>
  );
}
