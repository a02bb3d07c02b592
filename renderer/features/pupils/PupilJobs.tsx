import { Button, Menu } from '@mantine/core';
import {
  IconArrowsExchange,
  IconChevronDown,
  IconDoorEnter,
  IconDoorExit,
  IconTrash,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useMay } from '../../query.ts';
import { useOpenDuplicates } from '../../ui/use-open-duplicates.ts';
import { DestroyDialog } from './DestroyDialog.tsx';
import { LeaveDialog } from './LeaveDialog.tsx';
import { MoveDialog } from './MoveDialog.tsx';

interface PupilJobsProps {
  readonly pupilIds: readonly number[];
  /** Of one pupil's card; several chosen pupils may be both. */
  readonly status?: 'here' | 'left';
  /** Of the one pupil. */
  readonly name?: string;
  readonly size?: 'compact-md';
  readonly onDone?: () => void;
  /** The record is no more. */
  readonly onDestroyed?: () => void;
}

type Job = 'leave' | 'move' | 'comeBack' | 'destroy';

/** What happens to pupils in the school year: they leave, move to another class, come back; and duplicates. */
export function PupilJobs({ pupilIds, status, name = '', size, onDone, onDestroyed }: PupilJobsProps) {
  const t = useTranslations('pupils.jobs');
  const destroy = useTranslations('personalData.destroy');
  const openDuplicates = useOpenDuplicates();
  const [pupilId] = pupilIds;
  const [job, setJob] = useState<Job>();
  const may = useMay('pupils.leave');
  const mayDestroy = useMay('personalData.destroy') && status === 'left';
  if (!may) return null;
  const close = () => setJob(undefined);
  const done = onDone === undefined ? {} : { onDone };
  return (
    <>
      <Menu position="top-end" shadow="md" withinPortal>
        <Menu.Target>
          <Button {...(size && { size })} variant="default" rightSection={<IconChevronDown size={15} />}>
            {t('label')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {status === 'left' ? null : (
            <>
              <Menu.Item leftSection={<IconDoorExit size={16} />} onClick={() => setJob('leave')}>
                {t('leave')}
              </Menu.Item>
              <Menu.Item leftSection={<IconArrowsExchange size={16} />} onClick={() => setJob('move')}>
                {t('move')}
              </Menu.Item>
            </>
          )}
          {status === 'here' ? null : (
            <Menu.Item leftSection={<IconDoorEnter size={16} />} onClick={() => setJob('comeBack')}>
              {t('comeBack')}
            </Menu.Item>
          )}
          {mayDestroy ? (
            <Menu.Item color="red.8" leftSection={<IconTrash size={16} />} onClick={() => setJob('destroy')}>
              {destroy('open')}
            </Menu.Item>
          ) : null}
          {status !== undefined && pupilId !== undefined && openDuplicates ? (
            <Menu.Item leftSection={<IconUsersGroup size={16} />} onClick={() => openDuplicates(pupilId, name)}>
              {t('duplicates')}
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {job === 'leave' ? <LeaveDialog pupilIds={pupilIds} onClose={close} {...done} /> : null}
      {job === 'destroy' ? <DestroyDialog pupilIds={pupilIds} onClose={close} onDone={onDestroyed ?? close} /> : null}
      {job === 'move' || job === 'comeBack' ? (
        <MoveDialog kind={job} pupilIds={pupilIds} onClose={close} {...done} />
      ) : null}
    </>
  );
}
