import { Button, Select } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { PupilRow } from '../../../shared/contract/pupils.ts';
import type { EndingClass, PupilDecisionInput } from '../../../shared/contract/rollover.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import { deskQuery } from '../../api.ts';
import { ClassSelect } from '../../ui/ClassSelect.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { SplitClass } from './SplitClass.tsx';
import styles from './Year.module.css';
import { decisionOf } from './year-draft.ts';
import type { YearStepProps } from './year-look.ts';

/** Third step: pupils who do not go where their class goes — repeaters, halves of a split class. */
export function ExceptionsStep({ look, draft, dispatch }: YearStepProps) {
  const t = useTranslations('rollover.exceptions');
  const [classId, setClassId] = useState<number | undefined>(look.classes[0]?.id);
  const chosen = look.classes.find(({ id }) => id === classId);
  return (
    <div className={styles.wide}>
      <p className={styles.hint}>{t('hint')}</p>
      <div className={styles.line}>
        <ClassSelect
          className={styles.choice}
          label={t('class')}
          all={t('choose')}
          classes={look.classes}
          classId={classId}
          onClass={setClassId}
        />
        <span className={styles.quiet} role="status">
          {t('count', { count: Object.keys(draft.pupils).length })}
        </span>
      </div>
      {chosen === undefined ? null : (
        <ClassPupils key={chosen.id} schoolClass={chosen} look={look} draft={draft} dispatch={dispatch} />
      )}
      <div className={styles.buttons}>
        <Button
          rightSection={<IconArrowRight size={16} />}
          onClick={() => dispatch({ kind: 'went-to', step: 'preview' })}
        >
          {t('next')}
        </Button>
      </div>
    </div>
  );
}

const mostPupils = 500;

function ClassPupils({ schoolClass, look, draft, dispatch }: YearStepProps & { readonly schoolClass: EndingClass }) {
  const t = useTranslations('rollover.exceptions');
  const input = {
    filter: { classId: schoolClass.id },
    sort: 'name' as const,
    page: { offset: 0, limit: mostPupils },
  };
  const listed = useQuery(deskQuery.pupils.list.queryOptions({ input }));
  const pupils = (listed.data?.rows ?? []).filter(({ status }) => status !== 'left');
  const decide = (decisions: readonly PupilDecisionInput[]) => dispatch({ kind: 'pupils-decided', decisions });
  const ofClass = decisionOf(draft, schoolClass);
  const titles = titlesOf({ look, draft });
  return (
    <>
      {listed.error === null ? null : <ErrorCard error={listed.error} onRetry={() => void listed.refetch()} />}
      <SplitClass pupils={pupils} onSplit={decide} />
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('pupil')}</th>
            <th scope="col">{t('place')}</th>
          </tr>
        </thead>
        <tbody>
          {pupils.map((pupil) => (
            <PupilLine
              key={pupil.id}
              pupil={pupil}
              schoolClass={schoolClass}
              follows={ofClass.become === 'class' ? ofClass.title : t('graduates')}
              titles={titles}
              decision={draft.pupils[pupil.id]}
              onDecide={(decision) => decide([decision])}
              onFollow={() => dispatch({ kind: 'pupils-follow', pupilIds: [pupil.id] })}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Names of all classes of the new year as they are decided now. */
function titlesOf({ look, draft }: Pick<YearStepProps, 'look' | 'draft'>): readonly string[] {
  const ofClasses = look.classes.map((one) => decisionOf(draft, one));
  const all = [...ofClasses, ...Object.values(draft.pupils)].filter(({ become }) => become === 'class');
  return [...new Set(all.map(({ title }) => title ?? ''))].filter((title) => title !== '');
}

interface PupilLineProps {
  readonly pupil: PupilRow;
  readonly schoolClass: EndingClass;
  /** Where the class goes. */
  readonly follows: string;
  readonly titles: readonly string[];
  readonly decision: PupilDecisionInput | undefined;
  readonly onDecide: (decision: PupilDecisionInput) => void;
  readonly onFollow: () => void;
}

const follow = 'follow';
const graduates = 'graduates';
const toClass = 'to:';

function PupilLine({ pupil, schoolClass, follows, titles, decision, onDecide, onFollow }: PupilLineProps) {
  const t = useTranslations('rollover.exceptions');
  const name = formatFullName(pupil.name);
  const others = titles.filter((title) => title !== follows && title !== schoolClass.title);
  const choices = [
    { value: follow, label: t('follow', { title: follows }) },
    { value: `${toClass}${schoolClass.title}`, label: t('repeat', { title: schoolClass.title }) },
    ...others.map((title) => ({ value: `${toClass}${title}`, label: t('to', { title }) })),
    { value: graduates, label: t('graduates') },
  ];
  const value =
    decision === undefined ? follow : decision.become === 'graduates' ? graduates : `${toClass}${decision.title}`;
  const change = (chosen: string | null) => {
    if (chosen === null || chosen === follow) onFollow();
    else if (chosen === graduates) onDecide({ pupilId: pupil.id, become: 'graduates', title: '' });
    else onDecide({ pupilId: pupil.id, become: 'class', title: chosen.slice(toClass.length) });
  };
  return (
    <tr data-apart={decision !== undefined || undefined}>
      <th scope="row">{name}</th>
      <td>
        <Select
          size="xs"
          w={280}
          aria-label={t('placeOf', { name })}
          allowDeselect={false}
          data={choices}
          value={value}
          onChange={change}
        />
      </td>
    </tr>
  );
}
