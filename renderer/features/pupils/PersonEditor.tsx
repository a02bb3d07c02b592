import { Button } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { PupilCard } from '../../../shared/contract/pupils.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { errorKey } from '../../ui/error-words.ts';
import { PanelGroup, SidePanel } from '../../ui/SidePanel.tsx';
import { EditContacts } from './EditContacts.tsx';
import { EditName, EditPlace } from './EditFields.tsx';
import styles from './PersonEditor.module.css';
import { correctionOf, draftOf, type Person, type PersonDraft, readDate } from './person-draft.ts';
import { useCorrection } from './use-correction.ts';

interface PersonEditorProps {
  readonly card: PupilCard;
  /** The pupil or one of the guardians. */
  readonly person: Person;
  readonly onClose: () => void;
}

/** Corrects a person by hand, in place of the card. What is typed here is kept by later imports. */
export function PersonEditor({ card, person, onClose }: PersonEditorProps) {
  const t = useTranslations('pupils.edit');
  const action = useTranslations('app.action');
  const formId = useId();
  const place =
    person.id === card.person.id && person.role === 'pupil'
      ? { classId: card.classId, status: card.status }
      : undefined;
  const [draft, setDraft] = useState(() => draftOf(person, place));
  const save = useCorrection({ card, person, place }, onClose);
  const change = (part: Partial<PersonDraft>) => setDraft((before) => ({ ...before, ...part }));
  const correction = correctionOf(person, place, draft);
  const valid = draft.surname.trim() !== '' && draft.firstName.trim() !== '' && readDate(draft.birthDate) !== undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (valid && correction !== undefined) save.mutate(correction);
  };
  const refusedField = save.error === null ? undefined : errorKey(save.error).params.field;
  const part = { draft, onChange: change, refusedField };
  return (
    <SidePanel
      title={t('title', { name: formatFullName(person.name) })}
      subtitle={t('kept')}
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form={formId} disabled={!valid || correction === undefined} loading={save.isPending}>
            {action('save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {action('cancel')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} noValidate onSubmit={submit}>
        {save.error === null ? null : <ErrorCard error={save.error} />}
        <EditName {...part} />
        {place === undefined ? null : <EditPlace {...part} />}
        <PanelGroup title={t('contacts')}>
          <EditContacts {...part} contacts={person.contacts} />
        </PanelGroup>
      </form>
    </SidePanel>
  );
}
