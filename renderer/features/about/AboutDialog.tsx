import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle, IconBook2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { AboutContext } from '../../ui/about-context.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { Mark } from '../../ui/Mark.tsx';
import styles from './AboutDialog.module.css';

/** Holds the "about" dialog, which opens from the menu, the palette and the lock screen. */
export function AboutProvider({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('app');
  const [opened, { open, close }] = useDisclosure(false);
  useEffect(() => window.diaryDesk.onCommand((command) => command === 'about' && open()), [open]);
  return (
    <AboutContext value={open}>
      {children}
      <Modal
        opened={opened}
        onClose={close}
        title={t('about.title')}
        closeButtonProps={{ 'aria-label': t('action.close') }}
      >
        <AboutBody />
      </Modal>
    </AboutContext>
  );
}

function AboutBody() {
  const t = useTranslations('app.about');
  const name = useTranslations('app')('name');
  const about = useQuery({
    queryKey: ['about'],
    queryFn: () => window.diaryDesk.about(),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (about.error !== null) return <ErrorCard error={about.error} />;
  if (about.data === undefined) return null;
  const { version, electron, chrome, sqlite, developmentRuntime, dataFolder } = about.data;
  return (
    <div className={styles.body}>
      <div className={styles.head}>
        <Mark size={40} />
        <div>
          <div className={styles.name}>{name}</div>
          <div className={styles.quiet}>{t('version', { version })}</div>
        </div>
      </div>
      <p className={styles.text}>{t('purpose')}</p>
      {developmentRuntime ? (
        <div className={styles.alert} role="note">
          <IconAlertTriangle size={18} aria-hidden />
          <div>
            <b>{t('developmentTitle')}</b>
            <p className={styles.text}>{t('development')}</p>
          </div>
        </div>
      ) : null}
      <dl className={styles.facts}>
        <Fact name={t('folder')} value={dataFolder} />
        <Fact name={t('electron')} value={electron} />
        <Fact name={t('chrome')} value={chrome} />
        <Fact name={t('sqlite')} value={sqlite} />
      </dl>
      <p className={styles.quiet}>{t('fonts')}</p>
      <Button
        variant="default"
        leftSection={<IconBook2 size={16} />}
        onClick={() => void window.diaryDesk.openUserGuide()}
      >
        {t('guide')}
      </Button>
    </div>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
