import { Button, Skeleton } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import { desk, deskQuery } from '../../api.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { errorKey } from '../../ui/error-words.ts';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { useUndoableChange } from '../../ui/use-undoable-change.ts';
import styles from './Applications.module.css';
import { type ApplicationDraft, draftOf, faultsOf, inputOf, newDraft } from './application-draft.ts';
import { FormFields } from './FormFields.tsx';

interface ApplicationFormProps {
  /** The application that is changed; none for a new one. */
  readonly applicationId: number | undefined;
  /** The pupil whom a new one is about, when that is known. */
  readonly pupilId: number | undefined;
  readonly onClose: () => void;
  readonly onSaved: (applicationId: number) => void;
}

/** Registers an application, or changes a registered one, on the right of the register. */
export function ApplicationForm(props: ApplicationFormProps) {
  const t = useTranslations('applications');
  const start = useStart(props);
  if (start.error === null && start.draft !== undefined)
    return <LoadedForm {...props} start={start.draft} today={start.today} />;
  return (
    <SidePanel title={t('form.new')} onClose={props.onClose}>
      {start.error === null ? <Skeleton height={260} /> : <ErrorCard error={start.error} />}
    </SidePanel>
  );
}

function useStart({ applicationId, pupilId }: ApplicationFormProps) {
  const options = { staleTime: 0, gcTime: 0 };
  const given = useQuery(deskQuery.applications.draft.queryOptions({ input: {}, ...options }));
  const known = useQuery({
    ...deskQuery.applications.one.queryOptions({ input: { applicationId: applicationId ?? 0 }, ...options }),
    enabled: applicationId !== undefined,
  });
  const card = useQuery({
    ...deskQuery.pupils.card.queryOptions({ input: { pupilId: pupilId ?? 0 } }),
    enabled: applicationId === undefined && pupilId !== undefined,
  });
  const waiting =
    given.data === undefined ||
    (applicationId === undefined ? pupilId !== undefined && card.data === undefined : known.data === undefined);
  const pupil = card.data && {
    ...{ id: card.data.person.id, name: formatFullName(card.data.person.name), className: card.data.className },
  };
  const fresh = given.data && newDraft(given.data, pupil);
  return {
    draft: waiting ? undefined : known.data === undefined ? fresh : draftOf(known.data),
    today: given.data?.registeredOn ?? '',
    error: given.error ?? known.error ?? card.error,
  };
}

interface LoadedFormProps extends ApplicationFormProps {
  readonly start: ApplicationDraft;
  readonly today: string;
}

function LoadedForm({ applicationId, onClose, onSaved, start, today }: LoadedFormProps) {
  const t = useTranslations('applications.form');
  const action = useTranslations('app.action');
  const formId = useId();
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState(false);
  const faults = faultsOf(draft, today);
  const save = useSave(draft, applicationId, onSaved);
  const reason = save.error === null ? undefined : errorKey(save.error).key;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!Object.values(faults).includes(true)) save.mutate();
  };
  const change = (part: Partial<ApplicationDraft>) => {
    save.reset();
    setDraft((before) => ({ ...before, ...part }));
  };
  return (
    <SidePanel
      title={applicationId === undefined ? t('new') : t('edit', { number: start.number })}
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form={formId} loading={save.isPending}>
            {applicationId === undefined ? t('save') : action('save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {action('cancel')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} noValidate onSubmit={submit}>
        {save.error === null || reason === 'number-taken' ? null : <ErrorCard error={save.error} />}
        <FormFields
          draft={draft}
          onChange={change}
          faults={tried ? faults : undefined}
          numberTaken={reason === 'number-taken'}
        />
      </form>
    </SidePanel>
  );
}

function useSave(draft: ApplicationDraft, applicationId: number | undefined, onSaved: (id: number) => void) {
  const t = useTranslations('applications.form');
  const change = useUndoableChange();
  const number = draft.number.trim();
  return useMutation({
    mutationFn: () => desk.applications.save(inputOf(draft, applicationId)),
    onSuccess: (saved) => {
      const words = t(applicationId === undefined ? 'saved' : 'changed', { number });
      onSaved(saved.applicationId);
      return change.mutateAsync({ words, work: async () => saved });
    },
  });
}
