import { Button, Modal, Group as Row, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Language } from '../../../shared/contract/base.ts';
import type { SavedTemplate } from '../../../shared/contract/slip-templates.ts';
import { perPageSchema } from '../../../shared/contract/slips.ts';
import { deskQuery } from '../../api.ts';
import { refreshRegistry } from '../../query.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { useSchoolDiary } from '../../ui/school-diary.ts';
import { toastDone, toastUndo } from '../../ui/toast.tsx';
import { TemplateBlocks } from './TemplateBlocks.tsx';
import styles from './Templates.module.css';
import { TemplateTrial } from './TemplateTrial.tsx';
import { draftOf, type TemplateDraft, templateOf } from './template-draft.ts';
import { useTrial } from './use-trial.ts';

interface TemplateDialogProps {
  /** The own slip that is edited; without it a new one is made. */
  readonly template: SavedTemplate | undefined;
  readonly language: Language;
  readonly onSaved: (templateId: number) => void;
  readonly onRemoved: () => void;
  readonly onClose: () => void;
}

/** The school's own slip: its blocks on the left, the paper with made-up people and what is wrong with it on the right. */
export function TemplateDialog({ template, language, onSaved, onRemoved, onClose }: TemplateDialogProps) {
  const t = useTranslations('slips.template');
  const action = useTranslations('app.action');
  const hasCode = useSchoolDiary()?.codeName !== null;
  const [draft, setDraft] = useState<TemplateDraft>(() => draftOf(template, hasCode));
  const put = (more: Partial<TemplateDraft>) => setDraft((before) => ({ ...before, ...more }));
  const trial = useTrial(draft, language);
  const save = useMutation(
    deskQuery.slipTemplates.save.mutationOptions({
      onSuccess: (saved) => {
        toastDone(t('saved', { name: saved.name }));
        onSaved(saved.templateId);
        onClose();
        return refreshRegistry();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ ...(template ? { templateId: template.templateId } : {}), template: templateOf(draft) });
  };
  return (
    <Modal
      opened
      size={1120}
      onClose={onClose}
      title={t(template === undefined ? 'newTitle' : 'editTitle')}
      closeButtonProps={{ 'aria-label': action('close') }}
    >
      <form onSubmit={submit}>
        <div className={styles.columns}>
          <section className={styles.editor} aria-label={t('blocks')}>
            <Head draft={draft} onChange={put} />
            <TemplateBlocks blocks={draft.blocks} onChange={(blocks) => put({ blocks })} />
          </section>
          <TemplateTrial trial={trial} />
        </div>
        {save.error === null ? null : <ErrorCard error={save.error} />}
        <Row justify="flex-end" gap="xs" mt={14}>
          {template === undefined ? null : <RemoveButton template={template} onRemoved={onRemoved} onClose={onClose} />}
          <Button variant="default" onClick={onClose}>
            {action('cancel')}
          </Button>
          <Button type="submit" disabled={draft.name.trim() === '' || !trial.good} loading={save.isPending}>
            {t('save')}
          </Button>
        </Row>
      </form>
    </Modal>
  );
}

interface HeadProps {
  readonly draft: TemplateDraft;
  readonly onChange: (more: Partial<TemplateDraft>) => void;
}

function Head({ draft, onChange }: HeadProps) {
  const t = useTranslations('slips.template');
  return (
    <div className={styles.head}>
      <TextInput
        data-autofocus
        size="xs"
        maxLength={60}
        label={t('name')}
        placeholder={t('nameExample')}
        value={draft.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <Select
        size="xs"
        allowDeselect={false}
        label={t('perPage')}
        data={[1, 2, 4, 8, 12].map(String)}
        value={String(draft.perPage)}
        onChange={(value) => onChange({ perPage: perPageSchema.parse(Number(value)) })}
      />
    </div>
  );
}

interface RemoveButtonProps {
  readonly template: SavedTemplate;
  readonly onRemoved: () => void;
  readonly onClose: () => void;
}

/** Takes the own slip away; the notice lets it be put back. */
function RemoveButton({ template: { templateId, ...template }, onRemoved, onClose }: RemoveButtonProps) {
  const t = useTranslations('slips.template');
  const action = useTranslations('app.action');
  const back = useMutation(deskQuery.slipTemplates.save.mutationOptions({ onSuccess: refreshRegistry }));
  const remove = useMutation(
    deskQuery.slipTemplates.remove.mutationOptions({
      onSuccess: () => {
        toastUndo(t('removed', { name: template.name }), action('undo'), () => back.mutate({ template }));
        onRemoved();
        onClose();
        return refreshRegistry();
      },
    }),
  );
  return (
    <>
      {remove.error === null ? null : <ErrorCard error={remove.error} />}
      <Button variant="subtle" color="red.8" loading={remove.isPending} onClick={() => remove.mutate({ templateId })}>
        {t('remove')}
      </Button>
    </>
  );
}
