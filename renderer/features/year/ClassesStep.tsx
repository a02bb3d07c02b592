import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { ClassDecisionInput, EndingClass } from '../../../shared/contract/rollover.ts';
import styles from './Year.module.css';
import { decisionOf } from './year-draft.ts';
import type { YearStepProps } from './year-look.ts';

/** Second step: what every class becomes. One name for two classes merges them. */
export function ClassesStep({ look, draft, dispatch }: YearStepProps) {
  const t = useTranslations('rollover.classes');
  const decide = (decision: ClassDecisionInput) => dispatch({ kind: 'class-decided', decision });
  return (
    <div className={styles.wide}>
      <p className={styles.hint}>{t('hint')}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('now')}</th>
            <th scope="col" data-align="end">
              {t('pupils')}
            </th>
            <th scope="col">{t('become')}</th>
            <th scope="col">{t('title')}</th>
            <th scope="col">{t('teacher')}</th>
          </tr>
        </thead>
        <tbody>
          {look.classes.map((one) => (
            <ClassRow key={one.id} schoolClass={one} decision={decisionOf(draft, one)} onDecide={decide} />
          ))}
        </tbody>
      </table>
      <div className={styles.buttons}>
        <Button
          rightSection={<IconArrowRight size={16} />}
          onClick={() => dispatch({ kind: 'went-to', step: 'exceptions' })}
        >
          {t('next')}
        </Button>
      </div>
    </div>
  );
}

interface ClassRowProps {
  readonly schoolClass: EndingClass;
  readonly decision: ClassDecisionInput;
  readonly onDecide: (decision: ClassDecisionInput) => void;
}

const places = ['class', 'graduates'] as const;

function ClassRow({ schoolClass, decision, onDecide }: ClassRowProps) {
  const t = useTranslations('rollover.classes');
  const { title, pupils } = schoolClass;
  const goesUp = decision.become === 'class';
  return (
    <tr>
      <th scope="row">{title}</th>
      <td data-align="end">{pupils}</td>
      <td>
        <Select
          size="xs"
          w={150}
          aria-label={t('becomeOf', { title })}
          allowDeselect={false}
          data={places.map((value) => ({ value, label: t(`place.${value}`) }))}
          value={decision.become}
          onChange={(become) => onDecide({ ...decision, become: become === 'graduates' ? 'graduates' : 'class' })}
        />
      </td>
      <td>
        {goesUp ? (
          <TextInput
            size="xs"
            w={110}
            maxLength={60}
            aria-label={t('titleOf', { title })}
            error={decision.title.trim() === '' ? t('titleMissing') : undefined}
            value={decision.title}
            onChange={(event) => onDecide({ ...decision, title: event.currentTarget.value })}
          />
        ) : (
          <span className={styles.quiet}>{t('archived')}</span>
        )}
      </td>
      <td>
        <TeacherCell schoolClass={schoolClass} decision={decision} onDecide={onDecide} />
      </td>
    </tr>
  );
}

function TeacherCell({ schoolClass: { teacherName, users }, decision, onDecide }: ClassRowProps) {
  const t = useTranslations('rollover.classes');
  if (teacherName === '' && users === 0) return <span className={styles.quiet}>{t('noTeacher')}</span>;
  const name = teacherName === '' ? t('users', { count: users }) : teacherName;
  if (decision.become === 'graduates') return <span className={styles.quiet}>{name}</span>;
  return (
    <Checkbox
      size="xs"
      label={t('goes', { name })}
      checked={decision.teacherGoes}
      onChange={(event) => onDecide({ ...decision, teacherGoes: event.currentTarget.checked })}
    />
  );
}
