import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type {
  ClassStanding,
  ReconciliationOverview,
  ReconciliationRun,
} from '../../../shared/contract/reconciliation.ts';
import { deskQuery } from '../../api.ts';
import type { useReconciliationSearch } from '../../search.ts';
import { showMoment } from '../../ui/dates.ts';
import { useLanguage } from '../../ui/language.tsx';
import { useWholeName } from '../../ui/use-whole-name.ts';
import classes from './Classes.module.css';
import { useFindingWords } from './finding-words.ts';
import styles from './Reconciliation.module.css';
import { StandingBar } from './StandingBar.tsx';

type Change = ReturnType<typeof useReconciliationSearch>[1];

interface ClassesViewProps {
  readonly overview: ReconciliationOverview;
  readonly run: ReconciliationRun;
  readonly onChange: Change;
}

const parts = [
  ['matched', 'matched'],
  ['school', 'schoolPart'],
  ['family', 'family'],
  ['absent', 'absent'],
] as const;

/** How every class stands, what has been closed since the run before, and the runs of the past. */
export function ClassesView({ overview, run, onChange }: ClassesViewProps) {
  const t = useTranslations('reconciliation');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (axe scrollable-region-focusable)
    <section className={styles.list} tabIndex={0} aria-label={t('classes.title')}>
      <table className={classes.standings}>
        <thead>
          <tr>
            <th scope="col">{t('column.class')}</th>
            <th scope="col">
              <span className="desk-visually-hidden">{t('view.classes')}</span>
            </th>
            <th scope="col">{t('classes.people')}</th>
            {parts.map(([part, words]) => (
              <th key={part} scope="col">
                {t(`progress.${words}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[overview.school, ...overview.classes].map((standing) => (
            <StandingRow key={standing.classId ?? 0} standing={standing} onChange={onChange} />
          ))}
        </tbody>
      </table>
      <Closed overview={overview} />
      <Runs shown={run.id} onChange={onChange} />
    </section>
  );
}

function StandingRow({ standing, onChange }: { readonly standing: ClassStanding; readonly onChange: Change }) {
  const t = useTranslations('reconciliation');
  const whole = standing.classId === null;
  const wholeName = useWholeName();
  const name = whole ? wholeName : standing.className;
  const show = () => onChange({ view: undefined, classId: standing.classId ?? undefined, state: undefined });
  return (
    <tr data-whole={whole || undefined}>
      <th scope="row">
        <button
          type="button"
          className={classes.classLink}
          aria-label={whole ? undefined : t('classes.open', { name })}
          onClick={show}
        >
          {name}
        </button>
      </th>
      <td>
        <StandingBar name={name} standing={standing} />
      </td>
      <td>{standing.people}</td>
      {parts.map(([part]) => (
        <td key={part}>{standing[part]}</td>
      ))}
    </tr>
  );
}

function Closed({ overview }: { readonly overview: ReconciliationOverview }) {
  const t = useTranslations('reconciliation.classes');
  const words = useFindingWords();
  return (
    <section className={classes.part}>
      <h2>{t('closedTitle')}</h2>
      {overview.closed.length === 0 ? <p className={styles.quiet}>{t('closedNone')}</p> : null}
      <ul className={classes.lines}>
        {overview.closed.map(({ code, who, className }) => (
          <li key={`${code} ${who} ${className}`}>
            {[className, who, words(code).title].filter((part) => part !== '').join(' · ')}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Runs({ shown, onChange }: { readonly shown: number; readonly onChange: Change }) {
  const t = useTranslations('reconciliation.classes');
  const { language } = useLanguage();
  const runs = useQuery(deskQuery.reconciliation.runs.queryOptions()).data ?? [];
  return (
    <section className={classes.part}>
      <h2>{t('history')}</h2>
      <ul className={classes.lines}>
        {runs.map(({ id, at, who, fileName, counts }) => (
          <li key={id}>
            <span>
              {t('historyLine', { date: showMoment(at, language), who, file: fileName })}{' '}
              <span className={styles.quiet}>
                {t('historyCounts', { findings: counts.findings, fresh: counts.fresh, closed: counts.closed })}
              </span>
            </span>
            <Button
              size="compact-sm"
              variant="subtle"
              disabled={id === shown}
              onClick={() => onChange({ runId: id, view: undefined, open: undefined })}
            >
              {id === shown ? t('shown') : t('show')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
