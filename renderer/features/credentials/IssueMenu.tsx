import { Menu } from '@mantine/core';
import { IconClipboardList, IconFileExport, IconRefresh, IconUsersGroup } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { useMay } from '../../query.ts';

/** What the menu of issuing leads to. */
export type IssueTool = 'reissue' | 'twins' | 'paste' | 'export';

interface IssueMenuProps {
  /** Somebody here has a login. */
  readonly issued: boolean;
  readonly onChoose: (tool: IssueTool) => void;
}

/** The rarer jobs with logins: anew for a whole class, two logins of one guardian, logins from and for the diary. */
export function IssueMenu({ issued, onChoose }: IssueMenuProps) {
  const t = useTranslations('credentials.menu');
  const mayMerge = useMay('credentials.mergeGuardians');
  const mayPaste = useMay('credentials.paste');
  const mayExport = useMay('credentials.exportNew');
  return (
    <>
      <Menu.Item leftSection={<IconRefresh size={16} />} disabled={!issued} onClick={() => onChoose('reissue')}>
        {t('reissue')}
      </Menu.Item>
      {mayMerge ? (
        <Menu.Item leftSection={<IconUsersGroup size={16} />} onClick={() => onChoose('twins')}>
          {t('twins')}
        </Menu.Item>
      ) : null}
      <Menu.Divider />
      {mayPaste ? (
        <Menu.Item leftSection={<IconClipboardList size={16} />} onClick={() => onChoose('paste')}>
          {t('paste')}
        </Menu.Item>
      ) : null}
      {mayExport ? (
        <Menu.Item leftSection={<IconFileExport size={16} />} disabled={!issued} onClick={() => onChoose('export')}>
          {t('export')}
        </Menu.Item>
      ) : null}
    </>
  );
}
