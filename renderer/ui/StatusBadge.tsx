import {
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconClockExclamation,
  IconFile,
  IconLogin2,
  IconPasswordUser,
  IconPrinter,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CredentialStateOrNone } from '../../shared/contract/base.ts';
import styles from './StatusBadge.module.css';

/** The meanings used everywhere alike; `neutral` says nothing about urgency. */
export type Meaning = 'done' | 'waiting' | 'needs-you' | 'information' | 'neutral';

interface BadgeProps {
  readonly meaning: Meaning;
  readonly icon?: TablerIcon;
  readonly children: ReactNode;
}

/** A small chip: colour of a meaning, always with a word and usually an icon. */
export function Badge({ meaning, icon: Icon, children }: BadgeProps) {
  return (
    <span className={styles.badge} data-meaning={meaning}>
      {Icon === undefined ? null : <Icon size={14} stroke={1.9} aria-hidden />}
      {children}
    </span>
  );
}

const looks: Readonly<Record<CredentialStateOrNone, { readonly meaning: Meaning; readonly icon: TablerIcon }>> = {
  none: { meaning: 'needs-you', icon: IconCircleDashed },
  generated: { meaning: 'waiting', icon: IconFile },
  printed: { meaning: 'information', icon: IconPrinter },
  'handed-over': { meaning: 'done', icon: IconCircleCheck },
  activated: { meaning: 'done', icon: IconLogin2 },
  changed: { meaning: 'done', icon: IconPasswordUser },
  expired: { meaning: 'needs-you', icon: IconClockExclamation },
  revoked: { meaning: 'neutral', icon: IconCircleX },
};

/** A credential's state in the same words, icon and colour on every screen. */
export function StatusBadge({ state }: { readonly state: CredentialStateOrNone }) {
  const t = useTranslations('states.credential');
  return (
    <Badge meaning={looks[state].meaning} icon={looks[state].icon}>
      {t(state)}
    </Badge>
  );
}
