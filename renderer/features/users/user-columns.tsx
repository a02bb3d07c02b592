import type { TablerIcon } from '@tabler/icons-react';
import {
  IconCircleCheck,
  IconClock,
  IconClockExclamation,
  IconKeyOff,
  IconLock,
  IconUserOff,
} from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Account } from '../../../shared/contract/users.ts';
import { useUser } from '../../query.ts';
import { showMoment } from '../../ui/dates.ts';
import { useLanguage } from '../../ui/language.tsx';
import { Badge, type Meaning } from '../../ui/StatusBadge.tsx';
import type { DataColumn } from '../../ui/table-types.ts';
import { UserMenu } from './UserMenu.tsx';
import type { UserJob } from './user-job.ts';

/** Name, rights, classes, whether they can sign in, and what can be done about it. */
export function useUserColumns(onJob: (job: UserJob) => void): readonly DataColumn<Account>[] {
  const t = useTranslations('users');
  const role = useTranslations('states.role');
  const { language } = useLanguage();
  const selfId = useUser()?.id;
  return useMemo(
    () => [
      {
        id: 'name',
        title: t('column.name'),
        width: 250,
        render: ({ id, name }) => (id === selfId ? t('self', { name }) : name),
      },
      { id: 'role', title: t('column.role'), width: 190, render: (user) => role(user.role) },
      { id: 'classes', title: t('column.classes'), width: 120, render: (user) => <Classes user={user} /> },
      { id: 'state', title: t('column.state'), width: 200, render: (user) => <StateBadge user={user} /> },
      {
        id: 'lastSignIn',
        title: t('column.lastSignIn'),
        width: 160,
        render: ({ lastSignIn }) => (lastSignIn === null ? t('never') : showMoment(lastSignIn, language)),
      },
      { id: 'menu', title: t('column.menu'), width: 90, render: (user) => <UserMenu user={user} onJob={onJob} /> },
    ],
    [t, role, language, selfId, onJob],
  );
}

function Classes({ user }: { readonly user: Account }) {
  const t = useTranslations('users');
  if (user.role !== 'class-teacher') return null;
  if (user.classes.length === 0) return <Badge meaning="needs-you">{t('noClasses')}</Badge>;
  return user.classes.map(({ name }) => name).join(', ');
}

const looks: Readonly<Record<string, readonly [Meaning, TablerIcon]>> = {
  own: ['done', IconCircleCheck],
  first: ['waiting', IconClock],
  'first-expired': ['needs-you', IconClockExclamation],
  none: ['needs-you', IconKeyOff],
  blocked: ['neutral', IconLock],
  removed: ['neutral', IconUserOff],
};

function StateBadge({ user }: { readonly user: Account }) {
  const t = useTranslations('users.state');
  const state = user.state === 'active' ? user.passphrase : user.state;
  const [meaning, icon] = looks[state] ?? ['neutral', IconLock];
  return (
    <Badge meaning={meaning} icon={icon}>
      {t(state)}
    </Badge>
  );
}
