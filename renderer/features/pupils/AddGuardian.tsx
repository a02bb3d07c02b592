import { Button } from '@mantine/core';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { PupilCard } from '../../../shared/contract/pupils.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import { desk } from '../../api.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { OfferedGuardians } from './AlikeNotice.tsx';
import { focusFirstFault } from './first-fault.ts';
import { GuardianFields } from './GuardianFields.tsx';
import { emptyGuardian, type GuardianDraft, guardianFaults, shownName, typedGuardianOf } from './newcomer-draft.ts';
import styles from './PersonEditor.module.css';
import { useAdding } from './use-adding.ts';

interface AddGuardianProps {
  readonly card: PupilCard;
  readonly onClose: () => void;
}

/** Adds a guardian to a pupil by hand, in place of the card. */
export function AddGuardian({ card, onClose }: AddGuardianProps) {
  const t = useTranslations('pupils.add');
  const words = useTranslations('pupils.addGuardian');
  const edit = useTranslations('pupils.edit');
  const action = useTranslations('app.action');
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const pupilId = card.person.id;
  const hasMother = card.guardians.some(({ relation }) => relation === 'mother');
  const [draft, setDraft] = useState(() => emptyGuardian(1, hasMother ? 'father' : 'mother'));
  const [tried, setTried] = useState(false);
  const { asks, setAsks, adding } = useAdding({ onAdded: onClose });
  const found = asks?.guardians[0]?.found;
  const change = (part: Partial<GuardianDraft>) => {
    setAsks(undefined);
    setDraft((before) => ({ ...before, ...part }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(guardianFaults(draft)).length > 0) return focusFirstFault(form.current);
    const send = (despite: number[]) => desk.pupils.addGuardian({ pupilId, guardian: typedGuardianOf(draft), despite });
    const name = shownName(draft.linked?.name ?? draft);
    if (!adding.isPending) adding.mutate({ words: words('done', { name }), send });
  };
  return (
    <SidePanel
      title={words('title')}
      subtitle={formatFullName(card.person.name)}
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form={formId} loading={adding.isPending}>
            {t(asks === undefined ? 'save' : 'saveAnyway')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {action('cancel')}
          </Button>
        </>
      }
    >
      <form ref={form} id={formId} className={styles.form} noValidate onSubmit={submit}>
        {adding.error === null ? null : <ErrorCard error={adding.error} />}
        <GuardianFields autoFocus draft={draft} faults={tried ? guardianFaults(draft) : {}} onChange={change} />
        {found === undefined ? null : (
          <OfferedGuardians found={found} takesFocus onLink={(linked) => change({ linked })} />
        )}
        <p className={styles.hint}>{edit('kept')}</p>
      </form>
    </SidePanel>
  );
}
