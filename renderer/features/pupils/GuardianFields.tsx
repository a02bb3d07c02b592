import { Button, Select, TextInput } from '@mantine/core';
import { IconLinkOff } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { OfferedGuardian } from '../../../shared/contract/newcomers.ts';
import type { Faults, GuardianField } from '../../../shared/domain/newcomer.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import type { Relation } from '../../../shared/domain/relation.ts';
import { GuardianFacts } from './AlikeNotice.tsx';
import own from './Newcomer.module.css';
import type { GuardianDraft } from './newcomer-draft.ts';
import styles from './PersonEditor.module.css';

interface GuardianFieldsProps {
  readonly draft: GuardianDraft;
  readonly faults: Faults<GuardianField>;
  /** The form begins here. */
  readonly autoFocus?: boolean;
  readonly onChange: (change: Partial<GuardianDraft>) => void;
}

const texts = ['surname', 'firstName', 'patronymic', 'phone', 'email'] as const;

/** The fields of a guardian, or the record of the registry that was linked in their place. */
export function GuardianFields({ draft, faults, autoFocus = false, onChange }: GuardianFieldsProps) {
  const words = useTranslations('fields.change');
  const t = useTranslations('pupils.add');
  if (draft.linked !== undefined) return <LinkedGuardian draft={draft} linked={draft.linked} onChange={onChange} />;
  const errorOf = (field: (typeof texts)[number]) => {
    const fault = field === 'patronymic' ? undefined : faults[field];
    return fault && t(`fault.${fault}`);
  };
  const input = (field: (typeof texts)[number]) => (
    <TextInput
      key={field}
      label={words(field)}
      autoFocus={autoFocus && field === 'surname'}
      maxLength={field === 'phone' ? 300 : field === 'email' ? 200 : 100}
      error={errorOf(field)}
      value={draft[field]}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
    />
  );
  return (
    <div className={styles.fields}>
      {texts.slice(0, 3).map(input)}
      <RelationField relation={draft.relation} onChange={(relation) => onChange({ relation })} />
      {texts.slice(3).map(input)}
    </div>
  );
}

const relations = ['mother', 'father', 'guardian', 'trustee', 'other'] as const;

interface RelationFieldProps {
  readonly relation: Relation;
  readonly onChange: (relation: Relation) => void;
}

function RelationField({ relation, onChange }: RelationFieldProps) {
  const words = useTranslations('fields.change');
  const state = useTranslations('states.relation');
  return (
    <Select
      label={words('relation')}
      allowDeselect={false}
      openOnFocus={false}
      data={relations.map((value) => ({ value, label: state(value) }))}
      value={relation}
      onChange={(value) => onChange(relations.find((one) => one === value) ?? 'other')}
    />
  );
}

interface LinkedGuardianProps {
  readonly draft: GuardianDraft;
  readonly linked: OfferedGuardian;
  readonly onChange: (change: Partial<GuardianDraft>) => void;
}

function LinkedGuardian({ draft, linked, onChange }: LinkedGuardianProps) {
  const t = useTranslations('pupils.add');
  return (
    <div className={own.linked}>
      <div>
        <b>{formatFullName(linked.name)}</b>
        <GuardianFacts guardian={linked} />
        <p className={own.quiet}>{t('linked')}</p>
      </div>
      <RelationField relation={draft.relation} onChange={(relation) => onChange({ relation })} />
      <Button
        className={styles.add ?? ''}
        size="compact-md"
        variant="subtle"
        leftSection={<IconLinkOff size={15} />}
        onClick={() => onChange({ linked: undefined })}
      >
        {t('unlink')}
      </Button>
    </div>
  );
}
