import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Coverage, SchoolClass, SchoolCoverage } from '../../../shared/contract/classes.ts';
import { CoverageBar, CoverageLegend } from '../../ui/CoverageBar.tsx';
import styles from './Overview.module.css';

interface ClassTableProps {
  readonly school: SchoolCoverage;
  readonly classes: readonly SchoolClass[];
}

/** Every class with how far its pupils and guardians have come; a title leads to its pupils. */
export function ClassTable({ school, classes }: ClassTableProps) {
  const t = useTranslations('overview');
  const count = useTranslations('app.count');
  return (
    <section aria-label={t('classes')}>
      <div className={styles.tableHead}>
        <h2 className={styles.heading}>{t('classes')}</h2>
        <span className={styles.quiet}>{count('classes', { count: classes.length })}</span>
        <CoverageLegend />
      </div>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('column.class')}</th>
            <th scope="col">{t('column.teacher')}</th>
            <th scope="col" colSpan={2}>
              {t('column.pupils')}
            </th>
            <th scope="col" colSpan={2}>
              {t('column.guardians')}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr className={styles.total}>
            <th scope="row" colSpan={2}>
              {t('total')}
            </th>
            <CoverageCells title={t('column.pupils')} coverage={school.pupils} />
            <CoverageCells title={t('column.guardians')} coverage={school.guardians} />
          </tr>
          {classes.map((schoolClass) => (
            <ClassRow key={schoolClass.id} schoolClass={schoolClass} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ClassRow({ schoolClass }: { readonly schoolClass: SchoolClass }) {
  const t = useTranslations('overview');
  const { id, title, teacherName, pupils, guardians } = schoolClass;
  return (
    <tr>
      <th scope="row">
        <Link to="/pupils" search={{ classId: id }} className={styles.classLink ?? ''}>
          {title}
        </Link>
      </th>
      <td className={styles.teacher}>
        {teacherName === '' ? <span className={styles.quiet}>{t('noTeacher')}</span> : teacherName}
      </td>
      <CoverageCells title={`${title}, ${t('column.pupils')}`} coverage={pupils} />
      <CoverageCells title={`${title}, ${t('column.guardians')}`} coverage={guardians} />
    </tr>
  );
}

function CoverageCells({ title, coverage }: { readonly title: string; readonly coverage: Coverage }) {
  const t = useTranslations('overview');
  if (coverage.persons === 0)
    return (
      <td colSpan={2} className={styles.quiet}>
        {t('noGuardians')}
      </td>
    );
  return (
    <>
      <td className={styles.barCell}>
        <CoverageBar title={title} coverage={coverage} />
      </td>
      <td className={styles.shareCell}>{t('handedOver', { done: coverage.handedOver, total: coverage.persons })}</td>
    </>
  );
}
