import { Menu } from '@mantine/core';
import { IconFileText, IconFileTypePdf, IconTable } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { type ApplicationFilter, applicationKindSchema } from '../../../shared/contract/applications.ts';
import { desk } from '../../api.ts';
import { useLanguage } from '../../ui/language.tsx';
import { useSavePrepared } from '../../ui/use-save-prepared.ts';

/** The register as it is filtered, and blank forms of every kind. */
export function ApplicationsMenu({ filter }: { readonly filter: ApplicationFilter }) {
  const t = useTranslations('applications');
  const { language } = useLanguage();
  const save = useSavePrepared();
  const journal = (format: 'pdf' | 'xlsx') =>
    save.mutate(() => desk.applications.journal({ filter, format, language }));
  return (
    <>
      <Menu.Label>{t('menu.journal')}</Menu.Label>
      <Menu.Item leftSection={<IconFileTypePdf size={16} />} onClick={() => journal('pdf')}>
        {t('menu.pdf')}
      </Menu.Item>
      <Menu.Item leftSection={<IconTable size={16} />} onClick={() => journal('xlsx')}>
        {t('menu.xlsx')}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Label>{t('menu.blank')}</Menu.Label>
      {applicationKindSchema.options.map((kind) => (
        <Menu.Item
          key={kind}
          leftSection={<IconFileText size={16} />}
          onClick={() => save.mutate(() => desk.applications.form({ kind, language }))}
        >
          {t(`kind.${kind}`)}
        </Menu.Item>
      ))}
    </>
  );
}
