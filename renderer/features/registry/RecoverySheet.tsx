import { Button, Checkbox } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { desk } from '../../api.ts';
import { SheetButtons } from '../../ui/SheetButtons.tsx';
import { useContentProtection } from '../../ui/use-content-protection.ts';
import { Card } from './Card.tsx';
import styles from './Registry.module.css';

interface RecoverySheetProps {
  readonly recoveryCode: string;
  /** The code replaces an earlier one. */
  readonly renewed?: boolean;
  /** Over the title: the first run's steps. */
  readonly steps?: ReactNode;
  readonly onKept: () => void;
}

/** Shows the recovery code once; goes on only when the person says that it is kept safe. */
export function RecoverySheet({ recoveryCode, renewed = false, steps, onKept }: RecoverySheetProps) {
  const t = useTranslations('registry.recovery');
  useContentProtection();
  const [kept, setKept] = useState(false);
  return (
    <Card title={t(renewed ? 'newTitle' : 'title')} steps={steps} wide>
      <p className={styles.text}>{t(renewed ? 'newText' : 'text')}</p>
      <output className={`${styles.code} desk-mono`} aria-label={t('code')}>
        {recoveryCode}
      </output>
      <SheetButtons prepare={() => desk.registry.recoverySheet()} />
      <Checkbox label={t('kept')} checked={kept} onChange={(event) => setKept(event.currentTarget.checked)} />
      <div className={styles.buttons}>
        <div className={styles.buttonsEnd}>
          <Button disabled={!kept} onClick={onKept}>
            {t('next')}
          </Button>
        </div>
      </div>
    </Card>
  );
}
