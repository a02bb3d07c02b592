import { Button, Group, Modal, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconFileExport } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { HolderRole, Scope } from '../../../shared/contract/base.ts';
import { type ExportLayout, exportLayoutSchema } from '../../../shared/contract/settings.ts';
import { desk } from '../../api.ts';
import { refreshRegistry, useSettings } from '../../query.ts';
import { ErrorCard, TroubleCard } from '../../ui/ErrorCard.tsx';
import { useContentProtection } from '../../ui/use-content-protection.ts';
import { archivePassword } from './archive-password.ts';
import { ExportColumns } from './ExportColumns.tsx';
import styles from './Issue.module.css';

interface ExportDialogProps {
  readonly scope: Scope;
  readonly holders: HolderRole[];
  readonly whose: string;
  readonly onClose: () => void;
}

type Trouble =
  | { readonly kind: 'error'; readonly error: unknown }
  | { readonly kind: 'disk'; readonly message: string };

/** New logins with their passwords as a file for the diary: in an archive under a password. */
export function ExportDialog({ scope, holders, whose, onClose }: ExportDialogProps) {
  const t = useTranslations('credentials.export');
  const action = useTranslations('app.action');
  const kept = useSettings()?.exportLayout;
  const [changed, setLayout] = useState<ExportLayout>();
  const [password] = useState(archivePassword);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const [saved, setSaved] = useState<{ readonly fileName: string; readonly count: number }>();
  const layout = changed ?? kept;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (layout === undefined) return;
    setBusy(true);
    setTrouble(undefined);
    try {
      const made = await desk.credentials.exportNew({
        scope,
        for: holders,
        layout,
        archivePassword: password,
      });
      const result = await window.diaryDesk.saveDocument(made.documentToken, made.suggestedName);
      if (result.kind === 'saved') setSaved({ fileName: result.fileName, count: made.credentials });
      if (result.kind === 'failed') setTrouble({ kind: 'disk', message: result.message });
      void refreshRegistry();
    } catch (error) {
      setTrouble({ kind: 'error', error });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      size={640}
      onClose={onClose}
      title={saved === undefined ? t('title', { whose }) : t('saved', { count: saved.count })}
      closeOnClickOutside={saved === undefined}
      closeButtonProps={{ 'aria-label': action('close') }}
    >
      {saved === undefined ? (
        <form onSubmit={(event) => void save(event)}>
          <Stack gap={14}>
            <p className={styles.warning}>
              <IconAlertTriangle size={16} aria-hidden />
              <span>{t('warning')}</span>
            </p>
            {layout === undefined ? null : <LayoutFields layout={layout} onChange={setLayout} />}
            {trouble === undefined ? null : <TroubleWords trouble={trouble} />}
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                {action('cancel')}
              </Button>
              <Button
                type="submit"
                leftSection={<IconFileExport size={16} />}
                loading={busy}
                disabled={layout === undefined}
              >
                {t('save')}
              </Button>
            </Group>
          </Stack>
        </form>
      ) : (
        <SavedArchive fileName={saved.fileName} password={password} onClose={onClose} />
      )}
    </Modal>
  );
}

interface LayoutFieldsProps {
  readonly layout: ExportLayout;
  readonly onChange: (layout: ExportLayout) => void;
}

function LayoutFields({ layout, onChange }: LayoutFieldsProps) {
  const t = useTranslations('credentials.export');
  return (
    <>
      <ExportColumns layout={layout} onChange={onChange} />
      <Group gap={20}>
        <SegmentedControl
          size="xs"
          aria-label={t('file')}
          data={[
            { value: 'xlsx', label: 'XLSX' },
            { value: 'csv', label: 'CSV' },
          ]}
          value={layout.file}
          onChange={(file) => onChange({ ...layout, file: exportLayoutSchema.shape.file.parse(file) })}
        />
        {layout.file === 'csv' ? (
          <SegmentedControl
            size="xs"
            aria-label={t('delimiter.label')}
            data={exportLayoutSchema.shape.delimiter.options.map((value) => ({
              value,
              label: t(`delimiter.${value === ';' ? 'semicolon' : value === ',' ? 'comma' : 'tab'}`),
            }))}
            value={layout.delimiter}
            onChange={(value) => onChange({ ...layout, delimiter: exportLayoutSchema.shape.delimiter.parse(value) })}
          />
        ) : null}
      </Group>
    </>
  );
}

function TroubleWords({ trouble }: { readonly trouble: Trouble }) {
  const t = useTranslations('credentials.export.saveFailed');
  if (trouble.kind === 'error') return <ErrorCard error={trouble.error} />;
  return <TroubleCard words={{ title: trouble.message, kept: t('kept'), next: t('next') }} />;
}

interface SavedArchiveProps {
  readonly fileName: string;
  readonly password: string;
  readonly onClose: () => void;
}

/** The archive's password, this once: nothing keeps it. */
function SavedArchive({ fileName, password, onClose }: SavedArchiveProps) {
  useContentProtection();
  const t = useTranslations('credentials.export');
  return (
    <Stack gap={14}>
      <p className={styles.text}>{t('savedText', { name: fileName })}</p>
      <TextInput
        readOnly
        data-autofocus
        size="md"
        label={t('password')}
        description={t('passwordOnce')}
        classNames={{ input: `${styles.archive} desk-mono` }}
        value={password}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Group justify="flex-end">
        <Button onClick={onClose}>{t('written')}</Button>
      </Group>
    </Stack>
  );
}
