import { Autocomplete, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { classKey, formatClassName, parseClassName } from '../../../shared/domain/class-name.ts';
import type { Faults, PupilField } from '../../../shared/domain/newcomer.ts';
import { deskQuery } from '../../api.ts';
import { type PupilDraft, sexOf } from './newcomer-draft.ts';
import styles from './PersonEditor.module.css';

interface PupilFieldsProps {
  readonly draft: PupilDraft;
  readonly faults: Faults<PupilField>;
  readonly onChange: (change: Partial<PupilDraft>) => void;
}

/** The fields of a new pupil. */
export function PupilFields({ draft, faults, onChange }: PupilFieldsProps) {
  const words = useTranslations('fields.change');
  const t = useTranslations('pupils.add');
  const edit = useTranslations('pupils.edit');
  const sex = useTranslations('states.sex');
  const errorOf = (field: PupilField) => faults[field] && t(`fault.${faults[field]}`);
  return (
    <div className={styles.fields}>
      <TextInput
        className={styles.wide}
        autoFocus
        label={words('surname')}
        maxLength={100}
        required
        error={errorOf('surname')}
        value={draft.surname}
        onChange={(event) => onChange({ surname: event.currentTarget.value })}
      />
      <TextInput
        label={words('firstName')}
        maxLength={100}
        required
        error={errorOf('firstName')}
        value={draft.firstName}
        onChange={(event) => onChange({ firstName: event.currentTarget.value })}
      />
      <TextInput
        label={words('patronymic')}
        maxLength={100}
        value={draft.patronymic}
        onChange={(event) => onChange({ patronymic: event.currentTarget.value })}
      />
      <ClassField
        className={draft.className}
        error={errorOf('class')}
        onChange={(className) => onChange({ className })}
      />
      <TextInput
        label={words('birthDate')}
        placeholder={edit('datePlaceholder')}
        maxLength={60}
        error={errorOf('birthDate')}
        value={draft.birthDate}
        onChange={(event) => onChange({ birthDate: event.currentTarget.value })}
      />
      <Select
        label={words('sex')}
        clearable
        openOnFocus={false}
        data={(['male', 'female'] as const).map((value) => ({ value, label: sex(value) }))}
        value={sexOf(draft)}
        onChange={(value) => onChange({ sex: value === 'male' || value === 'female' ? value : null })}
      />
    </div>
  );
}

interface ClassFieldProps {
  readonly className: string;
  readonly error: string | undefined;
  readonly onChange: (className: string) => void;
}

/** A class of this year, or one that is not there yet. */
function ClassField({ className, error, onChange }: ClassFieldProps) {
  const words = useTranslations('fields.change');
  const t = useTranslations('pupils.add');
  const classes = useQuery(deskQuery.classes.list.queryOptions()).data?.classes;
  const title = formatClassName(parseClassName(className));
  const isNew =
    title !== '' && classes !== undefined && !classes.some((one) => classKey(one.title) === classKey(title));
  return (
    <Autocomplete
      label={words('class')}
      maxLength={60}
      required
      openOnFocus={false}
      data={classes?.map((one) => one.title) ?? []}
      description={isNew ? t('newClass', { title }) : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={error}
      value={className}
      onChange={onChange}
    />
  );
}
