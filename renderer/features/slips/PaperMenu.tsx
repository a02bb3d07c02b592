import { Menu } from '@mantine/core';
import {
  IconDeviceFloppy,
  IconListDetails,
  IconPrinter,
  IconSignature,
  IconStack2,
  type TablerIcon,
} from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { useSchoolDiary } from '../../ui/school-diary.ts';
import type { ListKind } from './paper-job.ts';

interface PaperMenuProps {
  readonly savable: boolean;
  readonly onSave: () => void;
  readonly onList: (list: ListKind) => void;
  readonly onBatches: () => void;
}

const icons: Partial<Record<ListKind, TablerIcon>> = {
  'teacher-paper': IconPrinter,
  'handover-register': IconSignature,
};

const papers = ['class-list', 'teacher-paper', 'handover-register'] as const;
const followUps = ['not-received', 'never-activated', 'expiring'] as const;

/** What else can be put on paper: the file, lists for the school, the print batches. */
export function PaperMenu({ savable, onSave, onList, onBatches }: PaperMenuProps) {
  const t = useTranslations('slips.menu');
  const hasCode = useSchoolDiary()?.codeName !== null;
  const lists: readonly ListKind[] = hasCode ? [...followUps, 'no-code'] : followUps;
  return (
    <>
      <Menu.Item leftSection={<IconDeviceFloppy size={16} />} disabled={!savable} onClick={onSave}>
        {t('savePdf')}
      </Menu.Item>
      <Menu.Divider />
      <ListItems kinds={papers} onList={onList} />
      <Menu.Divider />
      <Menu.Label>{t('whoMisses')}</Menu.Label>
      <ListItems kinds={lists} onList={onList} />
      <Menu.Divider />
      <Menu.Item leftSection={<IconStack2 size={16} />} onClick={onBatches}>
        {t('batches')}
      </Menu.Item>
    </>
  );
}

interface ListItemsProps {
  readonly kinds: readonly ListKind[];
  readonly onList: (list: ListKind) => void;
}

function ListItems({ kinds, onList }: ListItemsProps) {
  const t = useTranslations('slips.list.title');
  return kinds.map((kind) => {
    const Icon = icons[kind] ?? IconListDetails;
    return (
      <Menu.Item key={kind} leftSection={<Icon size={16} />} onClick={() => onList(kind)}>
        {t(kind)}
      </Menu.Item>
    );
  });
}
