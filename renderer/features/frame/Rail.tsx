import { ActionIcon, Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import {
  IconKeyboard,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconLock,
  IconPasswordUser,
  IconSearch,
  type TablerIcon,
} from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { mayCall } from '../../../shared/domain/permissions.ts';
import { useStatus } from '../../query.ts';
import { Keys } from '../../ui/Keys.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { readRemembered, remember } from '../../ui/remembered.ts';
import { useSchoolDiary } from '../../ui/school-diary.ts';
import type { DeskCommands } from './desk-commands.ts';
import styles from './Frame.module.css';
import { type Section, sections } from './sections.ts';

/** The rail: sections the role may use; at the bottom the school, the user and the lock. */
export function Rail({ commands }: { readonly commands: DeskCommands }) {
  const t = useTranslations('app');
  const { status } = useStatus();
  const [chosen, setChosen] = useState(() => readRemembered('rail'));
  const smallWindow = useMediaQuery('(max-width: 1100px)', undefined, { getInitialValueInEffect: false });
  const narrow = chosen === undefined ? smallWindow : chosen === 'narrow';
  const toggle = () => {
    const next = narrow ? 'wide' : 'narrow';
    remember('rail', next);
    setChosen(next);
  };
  const hasCodes = useSchoolDiary()?.codeFormat != null;
  const usable = sections.filter(
    (section) => mayCall(section.needs, status?.user?.role) && (hasCodes || section.forCodes === undefined),
  );
  return (
    <nav className={styles.rail} data-narrow={narrow || undefined} aria-label={t('nav.label')}>
      <Brand narrow={narrow} onToggle={toggle} />
      <SearchButton narrow={narrow} onClick={commands.search} />
      <ul className={styles.links}>
        {usable.map((section) => (
          <li key={section.key}>
            <SectionLink section={section} narrow={narrow} />
          </li>
        ))}
      </ul>
      <RailFoot narrow={narrow} commands={commands} />
    </nav>
  );
}

function Brand({ narrow, onToggle }: { readonly narrow: boolean; readonly onToggle: () => void }) {
  const t = useTranslations('app');
  const Icon = narrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  const label = t(narrow ? 'nav.expand' : 'nav.collapse');
  return (
    <div className={styles.brand}>
      {narrow ? null : (
        <>
          <Mark size={22} />
          <span className={styles.brandName}>{t('name')}</span>
        </>
      )}
      <Tooltip label={label} position="right">
        <ActionIcon
          variant="subtle"
          color="gray"
          size={26}
          aria-label={label}
          aria-expanded={!narrow}
          onClick={onToggle}
        >
          <Icon size={17} stroke={1.7} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

function SearchButton({ narrow, onClick }: { readonly narrow: boolean; readonly onClick: () => void }) {
  const t = useTranslations('app');
  return (
    <button type="button" className={styles.search} aria-label={t('palette.title')} onClick={onClick}>
      <IconSearch size={16} stroke={1.8} aria-hidden />
      {narrow ? null : (
        <>
          <span className={styles.searchWord}>{t('action.search')}</span>
          <Keys of={['Ctrl', 'K']} />
        </>
      )}
    </button>
  );
}

function SectionLink({ section, narrow }: { readonly section: Section; readonly narrow: boolean }) {
  const t = useTranslations('app.nav');
  const { pathname } = useLocation();
  const active = pathname === section.to || section.also.includes(pathname);
  const Icon = section.icon;
  return (
    <Tooltip label={t(section.key)} position="right" disabled={!narrow} openDelay={200}>
      <Link
        to={section.to}
        className={styles.link ?? ''}
        data-active={active || undefined}
        aria-current={active ? 'page' : undefined}
        aria-label={narrow ? t(section.key) : undefined}
      >
        <Icon size={18} stroke={1.7} aria-hidden />
        {narrow ? null : t(section.key)}
      </Link>
    </Tooltip>
  );
}

function RailFoot({ narrow, commands }: { readonly narrow: boolean; readonly commands: DeskCommands }) {
  const t = useTranslations('app.nav');
  const role = useTranslations('states.role');
  const { status } = useStatus();
  return (
    <div className={styles.foot}>
      {status?.demo ? <p className={styles.demo}>{t('demo')}</p> : null}
      <div className={styles.who}>
        <div className={styles.school} title={status?.schoolName}>
          {status?.schoolName}
        </div>
        <div className={styles.user}>
          <span>
            {status?.user?.name}
            {status?.user === undefined ? null : `, ${role(status.user.role).toLocaleLowerCase()}`}
          </span>
          <Tooltip label={t('passphrase')} position="right">
            <ActionIcon
              variant="subtle"
              color="gray"
              size={26}
              aria-label={t('passphrase')}
              onClick={commands.passphrase}
            >
              <IconPasswordUser size={17} stroke={1.7} />
            </ActionIcon>
          </Tooltip>
        </div>
      </div>
      <FootButton icon={IconKeyboard} label={t('help')} narrow={narrow} onClick={commands.keys} />
      <FootButton icon={IconLock} label={t('lock')} narrow={narrow} onClick={commands.lock} />
    </div>
  );
}

interface FootButtonProps {
  readonly icon: TablerIcon;
  readonly label: string;
  readonly narrow: boolean;
  readonly onClick: () => void;
}

function FootButton({ icon: Icon, label, narrow, onClick }: FootButtonProps) {
  return (
    <Tooltip label={label} position="right" disabled={!narrow} openDelay={200}>
      <button type="button" className={styles.link} aria-label={narrow ? label : undefined} onClick={onClick}>
        <Icon size={18} stroke={1.7} aria-hidden />
        {narrow ? null : label}
      </button>
    </Tooltip>
  );
}
