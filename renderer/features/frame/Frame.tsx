import { useDisclosure } from '@mantine/hooks';
import { Outlet, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { useSettings } from '../../query.ts';
import { LoginJobs } from '../../ui/LoginJobs.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { AskPassphrase } from './AskPassphrase.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { useDeskCommands } from './desk-commands.ts';
import styles from './Frame.module.css';
import { IssueSteps } from './IssueSteps.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { OwnPassphraseDialog } from './OwnPassphraseDialog.tsx';
import { Rail } from './Rail.tsx';
import { useShortcuts } from './shortcuts.ts';

/** The frame around every section: rail on the left, the page, the command palette and the list of keys. */
export function Frame() {
  const t = useTranslations('app.nav');
  const [paletteOpen, palette] = useDisclosure(false);
  const [keysOpen, keys] = useDisclosure(false);
  const [passphraseOpen, passphrase] = useDisclosure(false);
  const commands = useDeskCommands({ onSearch: palette.open, onKeys: keys.open, onPassphrase: passphrase.open });
  useShortcuts(commands);
  useSchoolLanguage();
  return (
    <div className={styles.frame}>
      <button type="button" className={styles.skip} onClick={focusPage}>
        {t('skip')}
      </button>
      <Rail commands={commands} />
      <main id="page" className={styles.main} tabIndex={-1}>
        <IssueSteps pathname={useLocation().pathname} />
        <div className={styles.page}>
          <LoginJobs>
            <Outlet />
          </LoginJobs>
        </div>
      </main>
      {passphraseOpen ? <OwnPassphraseDialog onClose={passphrase.close} /> : null}
      <AskPassphrase />
      <CommandPalette opened={paletteOpen} onClose={palette.close} commands={commands} />
      <KeysDialog opened={keysOpen} onClose={keys.close} />
    </div>
  );
}

/** A button and not a link, because the address's hash is the router's. */
function focusPage(): void {
  document.getElementById('page')?.focus();
}

/** The page speaks the language that the school's settings name. */
function useSchoolLanguage(): void {
  const { choose } = useLanguage();
  const language = useSettings()?.language;
  useEffect(() => {
    if (language !== undefined) choose(language);
  }, [language, choose]);
}
