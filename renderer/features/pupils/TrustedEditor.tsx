import { Button, Checkbox, Select, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { PupilCard } from '../../../shared/contract/pupils.ts';
import { type TrustedPerson, trustedServiceSchema } from '../../../shared/contract/trusted.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import { desk } from '../../api.ts';
import { errorKey } from '../../ui/error-words.ts';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { useUndoableChange } from '../../ui/use-undoable-change.ts';
import styles from './PersonEditor.module.css';

interface TrustedEditorProps {
  readonly card: PupilCard;
  readonly person: TrustedPerson | 'new';
  readonly onClose: () => void;
}

type Draft = Pick<TrustedPerson, 'surname' | 'firstName' | 'patronymic' | 'phone' | 'snils' | 'services' | 'note'> & {
  readonly invitedBy: number | null;
};

function draftOf(person: TrustedPerson | 'new', card: PupilCard): Draft {
  if (person !== 'new') return { ...person, invitedBy: person.invitedBy?.id ?? null };
  const empty = { surname: '', firstName: '', patronymic: '', phone: '', snils: '', note: '' };
  return { ...empty, services: ['diary'], invitedBy: card.guardians[0]?.person.id ?? null };
}

const sent = ({ surname, firstName, patronymic, phone, snils, services, note, invitedBy }: Draft) => ({
  ...{ surname, firstName, patronymic, phone, snils, services, note, invitedBy },
});

/** A trusted person in place of the card: how the portal knows them, who invited, what they may see. */
export function TrustedEditor({ card, person, onClose }: TrustedEditorProps) {
  const t = useTranslations('trusted');
  const action = useTranslations('app.action');
  const formId = useId();
  const [draft, setDraft] = useState(() => draftOf(person, card));
  const [tried, setTried] = useState(false);
  const change = useUndoableChange();
  const name = formatFullName(draft);
  const faults = faultsOf(draft, change.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (draft.surname.trim() === '' || (draft.phone.trim() === '' && draft.snils.trim() === '')) return;
    const of = { pupilId: card.person.id, ...(person === 'new' ? {} : { trustedId: person.id }) };
    const work = () => desk.trusted.save({ ...sent(draft), ...of });
    change.mutate({ words: t('changed', { name }), work }, { onSuccess: onClose });
  };
  return (
    <SidePanel
      title={person === 'new' ? t('form.new') : t('edit', { name: formatFullName(person) })}
      subtitle={formatFullName(card.person.name)}
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form={formId} loading={change.isPending}>
            {action('save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {action('cancel')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} noValidate onSubmit={submit}>
        <TrustedFields
          draft={draft}
          card={card}
          faults={tried ? faults : {}}
          onChange={(part) => {
            change.reset();
            setDraft((before) => ({ ...before, ...part }));
          }}
        />
      </form>
    </SidePanel>
  );
}

type Fault = 'required' | 'needOne' | 'bad';
type Faults = Partial<Record<'surname' | 'phone' | 'snils', Fault>>;

function faultsOf(draft: Draft, error: unknown): Faults {
  const field = error === null ? undefined : errorKey(error).params.field;
  const noNumber = draft.phone.trim() === '' && draft.snils.trim() === '';
  return {
    ...(draft.surname.trim() === '' ? { surname: 'required' } : {}),
    ...(noNumber ? { phone: 'needOne' } : field === 'phone' ? { phone: 'bad' } : {}),
    ...(field === 'snils' ? { snils: 'bad' } : {}),
  };
}

interface FieldsProps {
  readonly draft: Draft;
  readonly card: PupilCard;
  readonly faults: Faults;
  readonly onChange: (part: Partial<Draft>) => void;
}

const texts = ['surname', 'firstName', 'patronymic', 'phone', 'snils'] as const;

function TrustedFields({ draft, card, faults, onChange }: FieldsProps) {
  const t = useTranslations('trusted');
  const errorOf = (field: keyof Faults) => (faults[field] === undefined ? undefined : t(`form.${faults[field]}`));
  return (
    <>
      <div className={styles.fields}>
        {texts.map((field) => (
          <TextInput
            key={field}
            className={field === 'surname' ? styles.wide : undefined}
            autoFocus={field === 'surname'}
            label={t(`form.${field}`)}
            maxLength={100}
            error={field in faults ? errorOf(field as keyof Faults) : undefined}
            value={draft[field]}
            onChange={(event) => onChange({ [field]: event.currentTarget.value })}
          />
        ))}
        <p className={styles.hint}>{t('form.known')}</p>
      </div>
      <Select
        label={t('form.invitedBy')}
        clearable
        data={card.guardians.map(({ person }) => ({ value: String(person.id), label: formatFullName(person.name) }))}
        value={draft.invitedBy === null ? null : String(draft.invitedBy)}
        onChange={(value) => onChange({ invitedBy: value === null ? null : Number(value) })}
      />
      <Services services={draft.services} onChange={(services) => onChange({ services })} />
      <TextInput
        mt={8}
        label={t('form.note')}
        maxLength={300}
        value={draft.note}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </>
  );
}

interface ServicesProps {
  readonly services: Draft['services'];
  readonly onChange: (services: Draft['services']) => void;
}

/** At least one stays chosen. */
function Services({ services, onChange }: ServicesProps) {
  const t = useTranslations('trusted');
  const toggle = (service: Draft['services'][number], on: boolean) => {
    const after = on ? [...services, service] : services.filter((one) => one !== service);
    if (after.length > 0) onChange(after);
  };
  return (
    <Checkbox.Group mt={10} label={t('form.services')} value={[...services]}>
      <Stack gap={6} mt={6}>
        {trustedServiceSchema.options.map((service) => (
          <Checkbox
            key={service}
            size="sm"
            value={service}
            label={t(`service.${service}`)}
            onChange={(event) => toggle(service, event.currentTarget.checked)}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
