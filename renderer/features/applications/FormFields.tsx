import { Checkbox, SegmentedControl, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { applicationKindSchema, forWhomSchema } from '../../../shared/contract/applications.ts';
import { documentsAsked } from '../../../shared/domain/application.ts';
import { parseDate } from '../../../shared/domain/birth-date.ts';
import { deskQuery } from '../../api.ts';
import { showDate } from '../../ui/dates.ts';
import { useLanguage } from '../../ui/language.tsx';
import { ApplicantChoice } from './ApplicantChoice.tsx';
import styles from './Applications.module.css';
import type { ApplicationDraft, FieldsProps } from './application-draft.ts';
import { PupilChoice } from './PupilChoice.tsx';

/** The fields of an application in the order of the paper. */
export function FormFields({ numberTaken, ...props }: FieldsProps & { readonly numberTaken: boolean }) {
  const t = useTranslations('applications');
  const { draft, onChange, faults } = props;
  const needsLogin = draft.kind === 'access' || draft.kind === 'reissue';
  return (
    <>
      <Select
        autoFocus
        label={t('form.kind')}
        allowDeselect={false}
        data={applicationKindSchema.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
        value={draft.kind}
        onChange={(value) => onChange({ kind: applicationKindSchema.parse(value) })}
      />
      <PupilChoice
        pupils={draft.pupils}
        missing={faults?.pupils ?? false}
        onChange={(pupils) => onChange({ pupils })}
      />
      <ApplicantChoice {...props} />
      {needsLogin ? <ForWhom draft={draft} onChange={onChange} /> : null}
      <Documents draft={draft} onChange={onChange} />
      <NumberAndDate {...props} numberTaken={numberTaken} />
      <Textarea
        label={t('form.note')}
        rows={2}
        maxLength={500}
        value={draft.note}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </>
  );
}

type PartProps = Pick<FieldsProps, 'draft' | 'onChange'>;

function ForWhom({ draft, onChange }: PartProps) {
  const t = useTranslations('applications.form');
  return (
    <Stack gap={4}>
      <span>{t('forWhom')}</span>
      <SegmentedControl
        size="xs"
        aria-label={t('forWhom')}
        data={forWhomSchema.options.map((value) => ({ value, label: t(`forWhomOf.${value}`) })).reverse()}
        value={draft.forWhom}
        onChange={(value) => onChange({ forWhom: forWhomSchema.parse(value) })}
      />
    </Stack>
  );
}

function Documents({ draft, onChange }: PartProps) {
  const t = useTranslations('applications');
  const isPupil = draft.pupils.some(({ id }) => String(id) === draft.applicant);
  const toggle = (document: ApplicationDraft['documents'][number], seen: boolean) =>
    onChange({ documents: seen ? [...draft.documents, document] : draft.documents.filter((one) => one !== document) });
  return (
    <Checkbox.Group label={t('form.documents')} description={t('form.documentsHint')} value={[...draft.documents]}>
      <Stack gap={6} mt={6}>
        {documentsAsked(draft.kind, isPupil ? 'pupil' : 'guardian').map((document) => (
          <Checkbox
            key={document}
            size="sm"
            value={document}
            label={t(`document.${document}`)}
            onChange={(event) => toggle(document, event.currentTarget.checked)}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

function NumberAndDate({ draft, onChange, faults, numberTaken }: FieldsProps & { readonly numberTaken: boolean }) {
  const t = useTranslations('applications.form');
  const missing = faults?.number === true ? t('required') : undefined;
  return (
    <Stack gap={6}>
      <div className={styles.pair}>
        <TextInput
          label={t('number')}
          maxLength={30}
          error={numberTaken ? t('numberTaken') : missing}
          value={draft.number}
          onChange={(event) => onChange({ number: event.currentTarget.value })}
        />
        <TextInput
          label={t('registered')}
          maxLength={12}
          error={faults?.registeredOn === true ? t('badDate') : undefined}
          value={draft.registeredOn}
          onChange={(event) => onChange({ registeredOn: event.currentTarget.value })}
        />
      </div>
      <Due registeredOn={parseDate(draft.registeredOn)} />
    </Stack>
  );
}

/** The last day for an answer, and a warning where moved days off of that year are not known. */
function Due({ registeredOn }: { readonly registeredOn: string | undefined }) {
  const t = useTranslations('applications.form');
  const { language } = useLanguage();
  const input = registeredOn === undefined ? {} : { registeredOn };
  const { data } = useQuery({
    ...deskQuery.applications.draft.queryOptions({ input, placeholderData: keepPreviousData }),
    enabled: registeredOn !== undefined,
  });
  if (data === undefined) return null;
  return (
    <>
      <p className={styles.quiet} role="status">
        {t('due', { date: showDate(data.dueOn, language) })}
      </p>
      {data.calendarKnown ? null : <p className={styles.warning}>{t('unknownCalendar')}</p>}
    </>
  );
}
