import { Link, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { mayCall } from '../../../shared/domain/permissions.ts';
import { useUser } from '../../query.ts';
import styles from './Frame.module.css';

const steps = [
  { key: 'issue', to: '/issue', needs: 'credentials.candidates' },
  { key: 'slips', to: '/slips', needs: 'slips.prepare' },
  { key: 'handover', to: '/handover', needs: 'handover.mark' },
] as const;

/** The three steps of «Выдача» over their pages; the chosen class goes along. Nothing on other pages. */
export function IssueSteps({ pathname }: { readonly pathname: string }) {
  const t = useTranslations('app.steps');
  const role = useUser()?.role;
  const search = useSearch({ strict: false });
  if (!steps.some((step) => step.to === pathname)) return null;
  const usable = steps.filter((step) => mayCall(step.needs, role));
  return (
    <nav className={styles.steps} aria-label={t('label')}>
      {usable.map((step, index) => (
        <Link
          key={step.key}
          to={step.to}
          search={{ classId: search.classId, chosen: search.chosen, for: search.for }}
          className={styles.step ?? ''}
          data-active={step.to === pathname || undefined}
          aria-current={step.to === pathname ? 'step' : undefined}
        >
          <span className={styles.number}>{index + 1}</span>
          {t(step.key)}
        </Link>
      ))}
    </nav>
  );
}
