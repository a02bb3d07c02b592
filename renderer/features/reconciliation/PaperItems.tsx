import { Menu } from '@mantine/core';
import { IconFileExport, IconFileTypePdf, IconMail, IconTable } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { desk } from '../../api.ts';
import { useLanguage } from '../../ui/language.tsx';
import { useSavePrepared } from '../../ui/use-save-prepared.ts';

interface PaperItemsProps {
  readonly runId: number;
  readonly classId: number | undefined;
}

const layouts = ['people', 'changes', 'support'] as const;

/** Everything that leaves reconciliation on paper or as a file, of the chosen class or the school. */
export function PaperItems({ runId, classId }: PaperItemsProps) {
  const t = useTranslations('reconciliation.paper');
  const { language } = useLanguage();
  const save = useSavePrepared();
  const place = { runId, ...(classId === undefined ? {} : { classId }) };
  const of = { ...place, language };
  const corrections = (layout: (typeof layouts)[number], format: 'csv-utf8' | 'xlsx') =>
    save.mutate(() => desk.reconciliation.corrections({ ...of, layout, format }));
  return (
    <>
      <Menu.Label>{t('corrections')}</Menu.Label>
      {layouts.flatMap((layout) => [
        <Menu.Item
          key={`${layout} csv`}
          leftSection={<IconFileExport size={16} />}
          onClick={() => corrections(layout, 'csv-utf8')}
        >
          {`${t(layout)}: ${t('csv')}`}
        </Menu.Item>,
        <Menu.Item
          key={`${layout} xlsx`}
          leftSection={<IconTable size={16} />}
          onClick={() => corrections(layout, 'xlsx')}
        >
          {`${t(layout)}: ${t('xlsx')}`}
        </Menu.Item>,
      ])}
      <Menu.Divider />
      <Menu.Item
        leftSection={<IconMail size={16} />}
        onClick={() => save.mutate(() => desk.reconciliation.notes(place))}
      >
        {t('notes')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconFileTypePdf size={16} />}
        onClick={() => save.mutate(() => desk.reconciliation.report({ ...of, format: 'pdf' }))}
      >
        {t('reportPdf')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconTable size={16} />}
        onClick={() => save.mutate(() => desk.reconciliation.report({ ...of, format: 'xlsx' }))}
      >
        {t('reportXlsx')}
      </Menu.Item>
    </>
  );
}
