import {
  IconAddressBook,
  IconArrowsDiff,
  IconCalendarDue,
  IconClipboardText,
  IconDatabase,
  IconId,
  IconUserQuestion,
  type TablerIcon,
} from '@tabler/icons-react';
import { Link, type LinkProps, linkOptions } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Today } from '../../../shared/contract/overview.ts';
import { showDate } from '../../ui/dates.ts';
import { useLanguage } from '../../ui/language.tsx';
import styles from './Overview.module.css';

type Waiting = 'overdue' | 'due' | 'findings' | 'codes' | 'contacts' | 'expiring' | 'toCheck';

interface WaitingCard {
  readonly name: Waiting;
  readonly icon: TablerIcon;
  readonly meaning: 'needs-you' | 'waiting' | 'information';
  /** Null: not of this person or this school. */
  readonly count: number | null;
  readonly link: LinkProps;
}

function cardsOf(today: Today): readonly WaitingCard[] {
  const { applications, findings, codes, contacts, expiring, toCheck } = today;
  return [
    {
      ...{ name: 'overdue', icon: IconClipboardText, meaning: 'needs-you', count: applications?.overdue ?? null },
      link: linkOptions({ to: '/applications', search: { show: 'overdue' } }),
    },
    {
      ...{ name: 'due', icon: IconClipboardText, meaning: 'waiting', count: applications?.today ?? null },
      link: linkOptions({ to: '/applications', search: { show: 'today' } }),
    },
    {
      ...{ name: 'toCheck', icon: IconUserQuestion, meaning: 'needs-you', count: toCheck },
      link: linkOptions({ to: '/pupils', search: { group: 'to-check' } }),
    },
    {
      ...{ name: 'findings', icon: IconArrowsDiff, meaning: 'waiting', count: findings },
      link: linkOptions({ to: '/reconciliation', search: { state: 'open' } }),
    },
    {
      ...{ name: 'expiring', icon: IconCalendarDue, meaning: 'waiting', count: expiring },
      link: linkOptions({ to: '/pupils', search: { group: 'expiring' } }),
    },
    {
      ...{ name: 'contacts', icon: IconAddressBook, meaning: 'information', count: contacts },
      link: linkOptions({ to: '/contacts', search: { view: 'gaps' } }),
    },
    {
      ...{ name: 'codes', icon: IconId, meaning: 'information', count: codes },
      link: linkOptions({ to: '/codes' }),
    },
  ];
}

/** What else waits: only what is not zero stands out, the rest is one quiet line. */
export function WaitingCards({ today, mayOpen }: { readonly today: Today; readonly mayOpen: boolean }) {
  const t = useTranslations('overview.waiting');
  const cards = cardsOf(today).filter(({ count }) => count !== null);
  const open = cards.filter(({ count }) => count !== 0);
  const clear = cards.filter(({ count }) => count === 0);
  return (
    <section className={styles.today} aria-label={t('title')}>
      {open.length === 0 ? null : (
        <ul className={styles.waiting}>
          {open.map((card) => (
            <WaitingItem key={card.name} card={card} mayOpen={mayOpen} />
          ))}
        </ul>
      )}
      <p className={styles.clear}>
        {clear.length === 0 ? null : (
          <span>{t('clear', { names: clear.map(({ name }) => t(`short.${name}`)).join(', ') })}</span>
        )}
        {today.backup === null ? null : <Backup backup={today.backup} />}
      </p>
    </section>
  );
}

function WaitingItem({ card, mayOpen }: { readonly card: WaitingCard; readonly mayOpen: boolean }) {
  const t = useTranslations('overview.waiting');
  const { name, icon: Icon, meaning, count, link } = card;
  const words = (
    <>
      <span className={styles.jobIcon} data-meaning={meaning}>
        <Icon size={17} aria-hidden />
      </span>
      <span>
        <b className={styles.waitingNumber}>{(count ?? 0).toLocaleString()}</b> {t(name, { count: count ?? 0 })}
      </span>
    </>
  );
  return (
    <li>
      {mayOpen ? (
        <Link {...link} className={styles.waitingLink ?? ''}>
          {words}
        </Link>
      ) : (
        <span className={styles.waitingLink}>{words}</span>
      )}
    </li>
  );
}

function Backup({ backup }: { readonly backup: NonNullable<Today['backup']> }) {
  const t = useTranslations('overview.waiting');
  const { language } = useLanguage();
  const { takenAt, old } = backup;
  const words = takenAt === null ? t('noBackup') : t('backup', { date: showDate(takenAt, language) });
  return (
    <Link to="/backups" className={styles.backup ?? ''} data-old={old || undefined}>
      <IconDatabase size={15} aria-hidden /> {words}
    </Link>
  );
}
