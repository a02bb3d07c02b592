import { useDisclosure } from '@mantine/hooks';
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { mayCall } from '../../../shared/domain/permissions.ts';
import { useSettings, useUser } from '../../query.ts';
import { LoginJobs } from '../../ui/LoginJobs.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { AskPassphrase } from './AskPassphrase.tsx';
import { BrokenJournal } from './BrokenJournal.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { DamagedLog } from './DamagedLog.tsx';
import { useDeskCommands } from './desk-commands.ts';
import styles from './Frame.module.css';
import { IssueSteps } from './IssueSteps.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { OwnPassphraseDialog } from './OwnPassphraseDialog.tsx';
import { Rail } from './Rail.tsx';
import { sections } from './sections.ts';
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
  useOwnSections();
  return (
    <div className={styles.frame}>
      <button type="button" className={styles.skip} onClick={focusPage}>
        {t('skip')}
      </button>
      <Rail commands={commands} />
      <main id="page" className={styles.main} tabIndex={-1}>
        <IssueSteps pathname={useLocation().pathname} />
        <div className={styles.page}>
          <div className={styles.troubles}>
            <DamagedLog />
            <BrokenJournal />
          </div>
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

/** Leaves a section that the person may not use, and the address of whoever was here before. */
function useOwnSections(): void {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const user = useUser();
  const before = useRef(lastUserId);
  const isOther = user !== undefined && before.current !== undefined && before.current !== user.id;
  const section = sections.find(({ to, also }) => to === pathname || also.includes(pathname));
  const isClosed = section !== undefined && user !== undefined && !mayCall(section.needs, user.role);
  useEffect(() => {
    if (user !== undefined) {
      lastUserId = user.id;
      before.current = user.id;
    }
    if (isOther || isClosed) void navigate({ to: '/overview', search: {}, replace: true });
  }, [user, isOther, isClosed, navigate]);
}

/** Whoever used this window last; the frame goes with the lock, this stays. */
let lastUserId: number | undefined;

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
