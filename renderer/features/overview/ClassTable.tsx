import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { SchoolClass } from '../../../shared/contract/classes.ts';
import type { ClassProgress } from '../../../shared/contract/overview.ts';
import { mayCall } from '../../../shared/domain/permissions.ts';
import { useUser } from '../../query.ts';
import { useWholeName } from '../../ui/use-whole-name.ts';
import { type Measure, measuresOf } from './measures.ts';
import styles from './Overview.module.css';

interface ClassTableProps {
  /** All classes together stand under null. */
  readonly progress: readonly ClassProgress[];
  readonly classes: readonly SchoolClass[];
}

/** Every class with how far its people have come; a title leads to its pupils, a bar to those who are behind it. */
export function ClassTable({ progress, classes }: ClassTableProps) {
  const t = useTranslations('overview');
  const count = useTranslations('app.count');
  const of = new Map(progress.map((one) => [one.classId, one]));
  const whole = of.get(null);
  const measures = measuresOf(whole);
  const wholeName = useWholeName();
  return (
    <section aria-label={t('classes')}>
      <div className={styles.tableHead}>
        <h2 className={styles.heading}>{t('classes')}</h2>
        <span className={styles.quiet}>{count('classes', { count: classes.length })}</span>
      </div>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('column.class')}</th>
            <th scope="col">{t('column.teacher')}</th>
            {measures.map(({ name }) => (
              <th key={name} scope="col">
                {t(`measure.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className={styles.total}>
            <th scope="row" colSpan={2}>
              {wholeName}
            </th>
            <ProgressCells title={wholeName} measures={measures} progress={whole} />
          </tr>
          {classes.map((schoolClass) => (
            <ClassRow
              key={schoolClass.id}
              schoolClass={schoolClass}
              measures={measures}
              progress={of.get(schoolClass.id)}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface ClassRowProps {
  readonly schoolClass: SchoolClass;
  readonly measures: readonly Measure[];
  readonly progress: ClassProgress | undefined;
}

function ClassRow({ schoolClass: { id, title, teacherName }, measures, progress }: ClassRowProps) {
  const t = useTranslations('overview');
  const mayLook = mayCall('pupils.list', useUser()?.role);
  return (
    <tr>
      <th scope="row">
        {mayLook ? (
          <Link to="/pupils" search={{ classId: id }} className={styles.classLink ?? ''}>
            {title}
          </Link>
        ) : (
          title
        )}
      </th>
      <td className={styles.teacher} title={teacherName}>
        {teacherName === '' ? <span className={styles.quiet}>{t('noTeacher')}</span> : teacherName}
      </td>
      <ProgressCells title={title} measures={measures} progress={progress} />
    </tr>
  );
}

interface ProgressCellsProps {
  readonly title: string;
  readonly measures: readonly Measure[];
  readonly progress: ClassProgress | undefined;
}

function ProgressCells({ title, measures, progress }: ProgressCellsProps) {
  return measures.map((measure) => (
    <td key={measure.name} className={styles.barCell}>
      {progress === undefined ? null : <MeasureBar title={title} measure={measure} progress={progress} />}
    </td>
  ));
}

interface MeasureBarProps {
  readonly title: string;
  readonly measure: Measure;
  readonly progress: ClassProgress;
}

/** A bar and its numbers; a link to the list behind for those who may see it. */
function MeasureBar({ title, measure, progress }: MeasureBarProps) {
  const t = useTranslations('overview');
  const role = useUser()?.role;
  const { done, total } = measure.of(progress);
  const words = t('measureOf', { title, measure: t(`measure.${measure.name}`), done, total });
  const bar = (
    <>
      <svg className={styles.measure} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect width={total === 0 ? 0 : (100 * done) / total} height={6} data-whole={done === total || undefined} />
      </svg>
      <span>{t('handedOver', { done, total })}</span>
    </>
  );
  if (total === 0) return <span className={styles.quiet}>—</span>;
  if (!mayCall(measure.needs, role)) return <span className={styles.measureLink}>{bar}</span>;
  return (
    <Link {...measure.link(progress.classId ?? undefined)} className={styles.measureLink ?? ''} aria-label={words}>
      {bar}
    </Link>
  );
}
