import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { NewcomerAsks, OfferedGuardian } from '../../../shared/contract/newcomers.ts';
import { desk } from '../../api.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import dialogs from '../../ui/Dialogs.module.css';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { PanelGroup, SidePanel } from '../../ui/SidePanel.tsx';
import { AlikePupils, OfferedGuardians } from './AlikeNotice.tsx';
import { focusFirstFault } from './first-fault.ts';
import { GuardianFields } from './GuardianFields.tsx';
import own from './Newcomer.module.css';
import { PupilFields } from './NewcomerFields.tsx';
import {
  emptyGuardian,
  emptyPupil,
  filledGuardians,
  type GuardianDraft,
  guardianFaults,
  hasFaults,
  isTouched,
  type PupilDraft,
  pupilFaults,
  shownName,
  typedPupilOf,
} from './newcomer-draft.ts';
import styles from './PersonEditor.module.css';
import { PupilCard } from './PupilCard.tsx';
import { useAdding, useCloseCard, withoutPlace } from './use-adding.ts';

interface AddPupilProps {
  /** A class that the page shows alone. */
  readonly className: string;
  /** A pupil whose card is looked at meanwhile; the form waits with what was typed. */
  readonly openId: number | undefined;
  readonly onOpen: (pupilId: number | undefined) => void;
  readonly onAdded: (pupilId: number) => void;
  readonly onClose: () => void;
}

/** Adds one pupil with guardians by hand, in place of the card. */
export function AddPupil({ className, openId, onOpen, onAdded, onClose }: AddPupilProps) {
  const [draft, setDraft] = useState(() => emptyPupil(className));
  const [tried, setTried] = useState(false);
  const { asks, setAsks, adding } = useAdding({ onAdded, onUndone: useCloseCard() });
  const change = (part: Partial<PupilDraft>) => {
    setAsks(undefined);
    setDraft((before) => ({ ...before, ...part }));
  };
  const link = (key: number, linked: OfferedGuardian, place: number) => {
    setDraft((before) => ({ ...before, guardians: changed(before.guardians, key, { linked }) }));
    setAsks(withoutPlace(asks, place));
  };
  if (openId !== undefined) return <PupilCard key={openId} pupilId={openId} onClose={() => onOpen(undefined)} />;
  return (
    <PupilForm
      {...{ draft, asks, tried, onOpen, onClose }}
      error={adding.error}
      busy={adding.isPending}
      onChange={change}
      onLink={link}
      onTried={() => setTried(true)}
      onSend={(words) => adding.mutate({ words, send: (despite) => desk.pupils.add(typedPupilOf(draft, despite)) })}
    />
  );
}

interface PupilFormProps {
  readonly draft: PupilDraft;
  readonly asks: NewcomerAsks | undefined;
  /** Faults are shown once somebody has tried to save. */
  readonly tried: boolean;
  readonly error: unknown;
  readonly busy: boolean;
  readonly onChange: (part: Partial<PupilDraft>) => void;
  readonly onLink: (key: number, linked: OfferedGuardian, place: number) => void;
  readonly onOpen: (pupilId: number) => void;
  readonly onTried: () => void;
  readonly onSend: (words: string) => void;
  readonly onClose: () => void;
}

function PupilForm(props: PupilFormProps) {
  const { draft, asks, tried, error, busy, onChange, onClose } = props;
  const t = useTranslations('pupils.add');
  const edit = useTranslations('pupils.edit');
  const action = useTranslations('app.action');
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const [leaving, setLeaving] = useState(false);
  const close = () => (isTouched(draft) ? setLeaving(true) : onClose());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onTried();
    if (hasFaults(draft)) focusFirstFault(form.current);
    else if (!busy) props.onSend(t('done', { name: shownName(draft) }));
  };
  return (
    <SidePanel
      title={t('title')}
      subtitle={edit('kept')}
      onClose={close}
      actions={
        <>
          <Button type="submit" form={formId} loading={busy}>
            {t(asks === undefined ? 'save' : 'saveAnyway')}
          </Button>
          <Button variant="default" onClick={close}>
            {action('cancel')}
          </Button>
        </>
      }
    >
      <form ref={form} id={formId} className={styles.form} noValidate onSubmit={submit}>
        {error === null ? null : <ErrorCard error={error} />}
        <PupilFields draft={draft} faults={tried ? pupilFaults(draft) : {}} onChange={onChange} />
        <GuardianBlocks {...props} />
        {asks === undefined || asks.pupils.length === 0 ? null : (
          <AlikePupils pupils={asks.pupils} onOpen={props.onOpen} />
        )}
      </form>
      <ConfirmDialog
        opened={leaving}
        title={t('leave.title')}
        confirmLabel={t('leave.action')}
        cancelLabel={t('leave.stay')}
        onConfirm={onClose}
        onClose={() => setLeaving(false)}
      >
        <p className={dialogs.text}>{t('leave.text')}</p>
      </ConfirmDialog>
    </SidePanel>
  );
}

function GuardianBlocks({ draft, asks, tried, onChange, onLink }: PupilFormProps) {
  const t = useTranslations('pupils.add');
  const filled = filledGuardians(draft);
  const { guardians } = draft;
  const nextKey = Math.max(0, ...guardians.map(({ key }) => key)) + 1;
  const second = guardians.some(({ relation }) => relation === 'mother') ? 'father' : 'mother';
  return (
    <>
      {guardians.map((guardian, index) => {
        const place = filled.indexOf(guardian);
        const found = place < 0 ? [] : (asks?.guardians.find((one) => one.place === place)?.found ?? []);
        return (
          <div key={guardian.key} className={own.guardian}>
            <PanelGroup title={t('guardian', { number: index + 1 })}>
              <GuardianFields
                draft={guardian}
                faults={tried && place >= 0 ? guardianFaults(guardian) : {}}
                onChange={(part) => onChange({ guardians: changed(guardians, guardian.key, part) })}
              />
              {found.length === 0 ? null : (
                <OfferedGuardians
                  found={found}
                  takesFocus={asks?.pupils.length === 0 && asks.guardians[0]?.place === place}
                  onLink={(linked) => onLink(guardian.key, linked, place)}
                />
              )}
            </PanelGroup>
            <ActionIcon
              className={own.remove ?? ''}
              variant="subtle"
              color="gray"
              size={28}
              aria-label={t('removeGuardian', { number: index + 1 })}
              onClick={() => onChange({ guardians: guardians.filter(({ key }) => key !== guardian.key) })}
            >
              <IconX size={15} />
            </ActionIcon>
          </div>
        );
      })}
      <Button
        className={styles.add ?? ''}
        size="compact-md"
        variant="subtle"
        leftSection={<IconPlus size={15} />}
        onClick={() => onChange({ guardians: [...guardians, emptyGuardian(nextKey, second)] })}
      >
        {t('another')}
      </Button>
      <p className={own.quiet}>{t('later')}</p>
    </>
  );
}

function changed(guardians: readonly GuardianDraft[], key: number, part: Partial<GuardianDraft>): GuardianDraft[] {
  return guardians.map((guardian) => (guardian.key === key ? { ...guardian, ...part } : guardian));
}
