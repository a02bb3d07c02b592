import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Card } from './Card.tsx';
import styles from './Registry.module.css';

interface StartStepProps {
  readonly steps: ReactNode;
  readonly onFinish: () => void;
}

/** Step four: on to the list of pupils. */
export function StartStep({ steps, onFinish }: StartStepProps) {
  const t = useTranslations('registry.start');
  return (
    <Card title={t('title')} steps={steps} wide>
      <p className={styles.text}>{t('text')}</p>
      <div className={styles.buttons}>
        <div className={styles.buttonsEnd}>
          <Button variant="default" onClick={onFinish}>
            {t('later')}
          </Button>
          <Button
            leftSection={<IconFileImport size={16} />}
            onClick={() => {
              // The sections' router is not mounted yet; it starts from the address.
              window.location.hash = '#/import';
              onFinish();
            }}
          >
            {t('import')}
          </Button>
        </div>
      </div>
    </Card>
  );
}
