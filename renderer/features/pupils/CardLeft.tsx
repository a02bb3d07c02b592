import { Button } from '@mantine/core';
import { IconDoorEnter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { leaveReasons, type PupilCard } from '../../../shared/contract/pupils.ts';
import { useMay } from '../../query.ts';
import { showDate } from '../../ui/dates.ts';
import { useLanguage } from '../../ui/language.tsx';
import { PanelGroup } from '../../ui/SidePanel.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import styles from './PupilCard.module.css';

interface CardLeftProps {
  readonly pupilId: number;
  readonly left: NonNullable<PupilCard['left']>;
}

/** When and why a pupil left, until when the record is kept, and the way back. */
export function CardLeft({ pupilId, left }: CardLeftProps) {
  const t = useTranslations('pupils.leave');
  const { language } = useLanguage();
  const [returning, setReturning] = useState(false);
  const mayReturn = useMay('pupils.comeBack');
  const { on, reason, archiveOn, purgeOn } = left;
  const usual = leaveReasons.find((one) => one === reason);
  const lines = [
    ...(on === null ? [] : [t('since', { date: showDate(on, language) })]),
    ...(reason === '' ? [] : [usual === undefined ? reason : t(`reason.${usual}`)]),
    ...(archiveOn === null ? [] : [t('archive', { date: showDate(archiveOn, language) })]),
    ...(purgeOn === null ? [] : [t('purge', { date: showDate(purgeOn, language) })]),
  ];
  return (
    <PanelGroup title={t('group')}>
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {mayReturn ? (
        <Button
          mt={8}
          size="xs"
          variant="default"
          leftSection={<IconDoorEnter size={15} />}
          onClick={() => setReturning(true)}
        >
          {t('comeBack')}
        </Button>
      ) : null}
      {returning ? <MoveDialog kind="comeBack" pupilIds={[pupilId]} onClose={() => setReturning(false)} /> : null}
    </PanelGroup>
  );
}
