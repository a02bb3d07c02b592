import { Select, TextInput } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import { deskQuery } from '../../api.ts';
import { type FieldsProps, otherApplicant } from './application-draft.ts';

/** Who applies: a guardian of the pupils, a pupil, or somebody whose name is typed. */
export function ApplicantChoice({ draft, onChange, faults }: FieldsProps) {
  const t = useTranslations('applications.form');
  const family = useFamily(draft.pupils.map(({ id }) => id));
  const pupils = draft.pupils.map(({ id, name }) => ({ value: String(id), label: t('pupilSelf', { name }) }));
  const data = [...family, ...pupils, { value: otherApplicant, label: t('other') }];
  const value = data.some((one) => one.value === draft.applicant) ? draft.applicant : null;
  return (
    <>
      <Select
        label={t('applicant')}
        placeholder={draft.pupils.length === 0 ? t('choosePupil') : undefined}
        disabled={draft.pupils.length === 0}
        error={faults?.applicant === true || (faults !== undefined && value === null) ? t('required') : undefined}
        data={data}
        value={value}
        onChange={(chosen) => onChange({ applicant: chosen ?? '' })}
      />
      {value === otherApplicant ? (
        <TextInput
          label={t('otherName')}
          maxLength={200}
          error={faults?.applicantName === true ? t('required') : undefined}
          value={draft.applicantName}
          onChange={(event) => onChange({ applicantName: event.currentTarget.value })}
        />
      ) : null}
    </>
  );
}

/** The guardians of the pupils, each once, with what they are to the child. */
function useFamily(pupilIds: readonly number[]) {
  const relation = useTranslations('states.relation');
  const cards = useQueries({
    queries: pupilIds.map((pupilId) => deskQuery.pupils.card.queryOptions({ input: { pupilId } })),
  });
  const guardians = new Map<string, string>();
  for (const { data } of cards)
    for (const link of data?.guardians ?? [])
      guardians.set(String(link.person.id), `${formatFullName(link.person.name)}, ${relation(link.relation)}`);
  return [...guardians].map(([value, label]) => ({ value, label }));
}
