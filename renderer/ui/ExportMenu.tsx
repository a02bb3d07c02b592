import { Button, Group, Menu, Modal } from '@mantine/core';
import { IconFileTypeCsv, IconFileTypeXls, IconPackageExport, type TablerIcon } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { ExportFormat } from '../../shared/contract/exports.ts';
import type { Exporting } from './use-export.ts';

const tables: readonly { readonly format: ExportFormat; readonly icon: TablerIcon }[] = [
  { format: 'xlsx', icon: IconFileTypeXls },
  { format: 'csv-utf8', icon: IconFileTypeCsv },
  { format: 'csv-1251', icon: IconFileTypeCsv },
];

const packages: readonly ExportFormat[] = ['one-roster', 'sds'];

interface ExportMenuItemsProps {
  readonly exporting: Exporting;
  /** Offers the packages of the whole school as well. */
  readonly withPackages?: boolean;
}

/** Menu items that save what the page shows: as a table, or as a package for another system. */
export function ExportMenuItems({ exporting, withPackages = false }: ExportMenuItemsProps) {
  const t = useTranslations('exports');
  return (
    <>
      <Menu.Label>{t('tables')}</Menu.Label>
      {tables.map(({ format, icon: Icon }) => (
        <Menu.Item key={format} leftSection={<Icon size={16} />} onClick={() => exporting.start(format)}>
          {t(`format.${format}`)}
        </Menu.Item>
      ))}
      {withPackages ? (
        <>
          <Menu.Divider />
          <Menu.Label>{t('packages')}</Menu.Label>
          {packages.map((format) => (
            <Menu.Item
              key={format}
              leftSection={<IconPackageExport size={16} />}
              onClick={() => exporting.start(format)}
            >
              {t(`format.${format}`)}
            </Menu.Item>
          ))}
        </>
      ) : null}
    </>
  );
}

/** Asks before letters are lost in windows-1251, and offers UTF-8 instead. */
export function LostLettersDialog({ exporting }: { readonly exporting: Exporting }) {
  const t = useTranslations('exports.lost');
  const action = useTranslations('app.action');
  const letters = exporting.lost ?? [];
  return (
    <Modal
      opened={exporting.lost !== undefined}
      onClose={exporting.cancel}
      title={t('title')}
      closeButtonProps={{ 'aria-label': action('close') }}
    >
      {t('text', { count: letters.length, letters: letters.join(' ') })}
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={exporting.saveAnyway}>
          {t('saveAnyway')}
        </Button>
        <Button data-autofocus onClick={exporting.useUtf8}>
          {t('useUtf8')}
        </Button>
      </Group>
    </Modal>
  );
}
