import { ActionIcon, Button, Radio, Tooltip } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { SavedTemplate } from '../../../shared/contract/slip-templates.ts';
import { deskQuery } from '../../api.ts';
import { useMay } from '../../query.ts';
import styles from './Slips.module.css';
import type { SlipOptions } from './slip-options.ts';
import { TemplateDialog } from './TemplateDialog.tsx';

interface TemplateChoiceProps {
  readonly options: SlipOptions;
  readonly onChange: (change: Partial<SlipOptions>) => void;
}

/** The school's own slips to choose from; whoever may configure makes and edits them here. */
export function TemplateChoice({ options, onChange }: TemplateChoiceProps) {
  const t = useTranslations('slips.template');
  const templates = useQuery(deskQuery.slipTemplates.list.queryOptions()).data ?? [];
  const mayEdit = useMay('slipTemplates.save');
  const [edited, setEdited] = useState<SavedTemplate | 'new'>();
  if (templates.length === 0 && !mayEdit) return null;
  const choose = (templateId: number | undefined) => onChange({ templateId, labels: undefined });
  return (
    <fieldset className={`${styles.group} ${styles.checks}`}>
      <legend className={styles.legend}>{t('label')}</legend>
      {templates.map((template) => (
        <div key={template.templateId} className={styles.template}>
          <Radio
            size="xs"
            label={template.name}
            checked={options.templateId === template.templateId}
            onChange={() => choose(template.templateId)}
          />
          {mayEdit ? <EditButton name={template.name} onEdit={() => setEdited(template)} /> : null}
        </div>
      ))}
      {mayEdit ? (
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={() => setEdited('new')}>
          {t('make')}
        </Button>
      ) : null}
      {edited === undefined ? null : (
        <TemplateDialog
          template={edited === 'new' ? undefined : edited}
          language={options.language}
          onSaved={choose}
          onRemoved={() => choose(undefined)}
          onClose={() => setEdited(undefined)}
        />
      )}
    </fieldset>
  );
}

function EditButton({ name, onEdit }: { readonly name: string; readonly onEdit: () => void }) {
  const t = useTranslations('slips.template');
  return (
    <Tooltip label={t('edit', { name })}>
      <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('edit', { name })} onClick={onEdit}>
        <IconPencil size={15} />
      </ActionIcon>
    </Tooltip>
  );
}
