import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconArrowBackUp, IconPlus, IconX } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { DraftProps } from './EditFields.tsx';
import styles from './PersonEditor.module.css';
import type { Person } from './person-draft.ts';

interface EditContactsProps extends DraftProps {
  readonly contacts: Person['contacts'];
}

const kinds = ['phone', 'email', 'snils'] as const;

/** Contacts that the school keeps: taken out, or typed anew. What a portal says is the portal's and stays. */
export function EditContacts({ draft, onChange, refusedField, contacts }: EditContactsProps) {
  const t = useTranslations('pupils.edit');
  const nextKey = Math.max(0, ...draft.added.map(({ key }) => key)) + 1;
  return (
    <div className={styles.contacts}>
      {contacts
        .filter(({ validTo }) => validTo === null)
        .map((contact) => (
          <PresentContact
            key={contact.id}
            contact={contact}
            closed={draft.closed.includes(contact.id)}
            onToggle={() => onChange({ closed: toggled(draft.closed, contact.id) })}
          />
        ))}
      {draft.added.map((typed) => (
        <AddedContact
          key={typed.key}
          typed={typed}
          refused={refusedField === typed.kind}
          onTyped={(part) =>
            onChange({ added: draft.added.map((one) => (one.key === typed.key ? { ...one, ...part } : one)) })
          }
          onRemove={() => onChange({ added: draft.added.filter((one) => one.key !== typed.key) })}
        />
      ))}
      <Button
        className={styles.add ?? ''}
        size="compact-md"
        variant="subtle"
        leftSection={<IconPlus size={15} />}
        onClick={() => onChange({ added: [...draft.added, { key: nextKey, kind: 'phone', value: '' }] })}
      >
        {t('addContact')}
      </Button>
    </div>
  );
}

interface PresentContactProps {
  readonly contact: Person['contacts'][number];
  readonly closed: boolean;
  readonly onToggle: () => void;
}

function PresentContact({ contact, closed, onToggle }: PresentContactProps) {
  const t = useTranslations('pupils.edit');
  const kind = useTranslations('pupils.card.kind');
  const source = useTranslations('states.source');
  const Icon = closed ? IconArrowBackUp : IconX;
  return (
    <div className={styles.present}>
      <span className={styles.kind}>{kind(contact.kind)}</span>
      <span className={closed ? styles.closed : styles.value}>{contact.value}</span>
      {contact.source === 'school' ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={26}
          aria-label={t(closed ? 'keepContact' : 'closeContact', { value: contact.value })}
          onClick={onToggle}
        >
          <Icon size={15} />
        </ActionIcon>
      ) : (
        <span className={styles.kind}>{source(contact.source)}</span>
      )}
    </div>
  );
}

interface AddedContactProps {
  readonly typed: DraftProps['draft']['added'][number];
  readonly refused: boolean;
  readonly onTyped: (part: Partial<DraftProps['draft']['added'][number]>) => void;
  readonly onRemove: () => void;
}

function AddedContact({ typed, refused, onTyped, onRemove }: AddedContactProps) {
  const t = useTranslations('pupils.edit');
  const kind = useTranslations('pupils.card.kind');
  return (
    <div className={styles.added}>
      <Select
        aria-label={t('contactKind')}
        allowDeselect={false}
        data={kinds.map((value) => ({ value, label: kind(value) }))}
        value={typed.kind}
        onChange={(value) => onTyped({ kind: kinds.find((one) => one === value) ?? 'phone' })}
      />
      <TextInput
        autoFocus
        aria-label={kind(typed.kind)}
        error={refused ? t('badContact') : undefined}
        maxLength={200}
        value={typed.value}
        onChange={(event) => onTyped({ value: event.currentTarget.value })}
      />
      <ActionIcon variant="subtle" color="gray" size={34} aria-label={t('removeContact')} onClick={onRemove}>
        <IconX size={15} />
      </ActionIcon>
    </div>
  );
}

function toggled(ids: readonly number[], id: number): readonly number[] {
  return ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];
}
