import {
  IconAddressBook,
  IconArrowsDiff,
  IconCalendar,
  IconClipboardText,
  IconDatabase,
  IconFileImport,
  IconHistory,
  IconId,
  IconKey,
  IconLayoutDashboard,
  IconSchool,
  IconSettings,
  IconShieldLock,
  IconUserShield,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react';
import type { RoutePath } from '../../../shared/contract/index.ts';

/** A section of the desk: its place in the rail, its address, and the route without which it is of no use. */
export interface Section {
  readonly key:
    | 'overview'
    | 'pupils'
    | 'guardians'
    | 'issue'
    | 'codes'
    | 'import'
    | 'reconciliation'
    | 'contacts'
    | 'applications'
    | 'year'
    | 'users'
    | 'personalData'
    | 'journal'
    | 'backups'
    | 'settings';
  readonly to:
    | '/overview'
    | '/pupils'
    | '/guardians'
    | '/issue'
    | '/codes'
    | '/import'
    | '/reconciliation'
    | '/contacts'
    | '/applications'
    | '/year'
    | '/users'
    | '/personal-data'
    | '/journal'
    | '/backups'
    | '/settings';
  readonly icon: TablerIcon;
  readonly needs: RoutePath;
  /** Further addresses that belong to it. */
  readonly also: readonly string[];
  /** Of use only where the school's diary has portal codes. */
  readonly forCodes?: true;
}

/** All sections in the rail's order. */
export const sections: readonly Section[] = [
  { key: 'overview', to: '/overview', icon: IconLayoutDashboard, needs: 'classes.list', also: ['/'] },
  { key: 'pupils', to: '/pupils', icon: IconSchool, needs: 'pupils.list', also: [] },
  { key: 'guardians', to: '/guardians', icon: IconUsers, needs: 'guardians.list', also: [] },
  { key: 'issue', to: '/issue', icon: IconKey, needs: 'credentials.candidates', also: ['/slips', '/handover'] },
  { key: 'codes', to: '/codes', icon: IconId, needs: 'codes.list', also: [], forCodes: true },
  { key: 'import', to: '/import', icon: IconFileImport, needs: 'imports.preview', also: [] },
  {
    key: 'reconciliation',
    to: '/reconciliation',
    icon: IconArrowsDiff,
    needs: 'reconciliation.overview',
    also: [],
  },
  { key: 'contacts', to: '/contacts', icon: IconAddressBook, needs: 'contacts.entry', also: [] },
  { key: 'applications', to: '/applications', icon: IconClipboardText, needs: 'applications.list', also: [] },
  { key: 'year', to: '/year', icon: IconCalendar, needs: 'rollover.look', also: [] },
  { key: 'users', to: '/users', icon: IconUserShield, needs: 'users.list', also: [] },
  { key: 'personalData', to: '/personal-data', icon: IconShieldLock, needs: 'personalData.list', also: [] },
  { key: 'journal', to: '/journal', icon: IconHistory, needs: 'journal.list', also: [] },
  { key: 'backups', to: '/backups', icon: IconDatabase, needs: 'backups.list', also: [] },
  { key: 'settings', to: '/settings', icon: IconSettings, needs: 'settings.save', also: [] },
];
