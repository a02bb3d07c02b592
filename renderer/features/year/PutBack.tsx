import { Button, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import { desk, deskQuery } from '../../api.ts';
import { ClassSelect } from '../../ui/ClassSelect.tsx';
import { useUndoableChange } from '../../ui/use-undoable-change.ts';
import styles from './Year.module.css';

const shown = 20;

/** One pupil whom the new year moved wrongly: a year too far, or out of the school. */
export function PutBack() {
  const t = useTranslations('rollover.putBack');
  const [pupil, setPupil] = useState<{ readonly id: number; readonly label: string }>();
  const [classId, setClassId] = useState<number>();
  const classes = useQuery(deskQuery.classes.list.queryOptions()).data?.classes ?? [];
  const change = useUndoableChange();
  const put = () => {
    if (pupil === undefined || classId === undefined) return;
    change.mutate({
      words: t('done', { title: classes.find(({ id }) => id === classId)?.title ?? '' }),
      work: () => desk.rollover.putBack({ pupilIds: [pupil.id], classId }),
    });
    setPupil(undefined);
    setClassId(undefined);
  };
  return (
    <section className={styles.panel} aria-label={t('title')}>
      <h2 className={styles.heading}>{t('title')}</h2>
      <p className={styles.hint}>{t('hint')}</p>
      <div className={styles.line}>
        <PupilSelect pupil={pupil} onPupil={setPupil} />
        <ClassSelect
          className={styles.choice}
          label={t('class')}
          all={t('class')}
          classes={classes}
          classId={classId}
          onClass={setClassId}
        />
        <Button disabled={pupil === undefined || classId === undefined} loading={change.isPending} onClick={put}>
          {t('action')}
        </Button>
      </div>
    </section>
  );
}

interface PupilSelectProps {
  readonly pupil: { readonly id: number; readonly label: string } | undefined;
  readonly onPupil: (pupil: { readonly id: number; readonly label: string } | undefined) => void;
}

function PupilSelect({ pupil, onPupil }: PupilSelectProps) {
  const t = useTranslations('rollover.putBack');
  const [typed, setTyped] = useState('');
  const [query] = useDebouncedValue(typed === pupil?.label ? '' : typed, 120);
  const input = { filter: { query }, page: { offset: 0, limit: shown } };
  const { data } = useQuery(deskQuery.pupils.list.queryOptions({ input, placeholderData: keepPreviousData }));
  const found = (data?.rows ?? []).map(({ id, name, className }) => ({
    id,
    label: [formatFullName(name), className].filter((part) => part !== '').join(', '),
  }));
  const known = new Map([...(pupil === undefined ? [] : [pupil]), ...found].map((one) => [String(one.id), one]));
  return (
    <Select
      className={styles.pupil ?? ''}
      aria-label={t('pupil')}
      placeholder={t('pupil')}
      searchable
      clearable
      nothingFoundMessage={t('nobody')}
      data={[...known].map(([value, { label }]) => ({ value, label }))}
      // What was typed has been searched for in the registry; all that came back fits.
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={setTyped}
      value={pupil === undefined ? null : String(pupil.id)}
      onChange={(value) => onPupil(value === null ? undefined : known.get(value))}
    />
  );
}
