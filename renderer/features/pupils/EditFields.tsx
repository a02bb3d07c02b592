import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { personStatusSchema } from '../../../shared/contract/pupils.ts';
import { deskQuery } from '../../api.ts';
import styles from './PersonEditor.module.css';
import { type PersonDraft, readDate } from './person-draft.ts';

/** What every part of the form is given. */
export interface DraftProps {
  readonly draft: PersonDraft;
  readonly onChange: (change: Partial<PersonDraft>) => void;
  /** The field that the desk refused, when it said which. */
  readonly refusedField: string | number | undefined;
}

/** Names, birth date and sex. */
export function EditName({ draft, onChange, refusedField }: DraftProps) {
  const t = useTranslations('pupils.edit');
  const words = useTranslations('fields.change');
  const sex = useTranslations('states.sex');
  const badDate = readDate(draft.birthDate) === undefined || refusedField === 'birthDate';
  return (
    <div className={styles.fields}>
      {(['surname', 'firstName', 'patronymic'] as const).map((part) => (
        <TextInput
          key={part}
          className={part === 'surname' ? styles.wide : undefined}
          data-autofocus={part === 'surname' || undefined}
          autoFocus={part === 'surname'}
          label={words(part)}
          maxLength={100}
          error={part !== 'patronymic' && draft[part].trim() === '' ? t('required') : undefined}
          value={draft[part]}
          onChange={(event) => onChange({ [part]: event.currentTarget.value })}
        />
      ))}
      <TextInput
        label={words('birthDate')}
        placeholder={t('datePlaceholder')}
        error={badDate ? t('badDate') : undefined}
        value={draft.birthDate}
        onChange={(event) => onChange({ birthDate: event.currentTarget.value })}
      />
      <Select
        label={words('sex')}
        clearable
        data={(['male', 'female'] as const).map((value) => ({ value, label: sex(value) }))}
        value={draft.sex === '' ? null : draft.sex}
        onChange={(value) => onChange({ sex: value === 'male' || value === 'female' ? value : '' })}
      />
    </div>
  );
}

/** A pupil's class and whether the pupil still studies here. */
export function EditPlace({ draft, onChange }: DraftProps) {
  const words = useTranslations('fields.change');
  const status = useTranslations('states.person');
  const classes = useQuery(deskQuery.classes.list.queryOptions()).data?.classes ?? [];
  const { place } = draft;
  if (place === undefined) return null;
  return (
    <div className={styles.fields}>
      <Select
        label={words('class')}
        searchable
        allowDeselect={false}
        data={classes.map((one) => ({ value: String(one.id), label: one.title }))}
        value={place.classId === null ? null : String(place.classId)}
        onChange={(value) => onChange({ place: { ...place, classId: value === null ? null : Number(value) } })}
      />
      <Select
        label={words('status')}
        allowDeselect={false}
        data={personStatusSchema.options.map((value) => ({ value, label: status(value) }))}
        value={place.status}
        onChange={(value) => onChange({ place: { ...place, status: personStatusSchema.parse(value) } })}
      />
    </div>
  );
}
