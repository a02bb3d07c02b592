import { useMantineColorScheme } from '@mantine/core';
import {
  IconBook2,
  IconCircleCheck,
  IconFileImport,
  IconInfoCircle,
  IconKey,
  IconLock,
  IconMoonStars,
  IconPasswordUser,
  IconPrinter,
  IconSchool,
  IconUser,
  IconUserPlus,
  type TablerIcon,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { RoutePath } from '../../../shared/contract/index.ts';
import { classKey } from '../../../shared/domain/class-name.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import { deskQuery } from '../../api.ts';
import type { DeskCommands } from './desk-commands.ts';
import { sections } from './sections.ts';

/** One line of the palette. */
export interface Choice {
  readonly id: string;
  readonly group: 'pages' | 'actions' | 'classes' | 'people';
  readonly icon: TablerIcon;
  readonly label: string;
  readonly detail: string;
  readonly run: () => void;
}

const MOST_CLASSES = 6;

/** What the palette offers; until `settled` it may still show what former words have found. */
export interface Choices {
  readonly list: readonly Choice[];
  readonly settled: boolean;
}

/** What the palette offers for the words typed: actions and sections that match, then classes, then pupils. */
export function useChoices(query: string, commands: DeskCommands): Choices {
  const own = [...useActions(commands), ...useSections(commands)];
  const people = usePeople(query, commands.may('pupils.find'));
  const classes = useClasses(query, commands.may('pupils.list'));
  const list = [...own.filter((choice) => matches(choice.label, query)), ...classes, ...people.list];
  return { list, settled: people.settled };
}

function matches(label: string, query: string): boolean {
  const words = query.toLocaleLowerCase().split(/\s+/);
  return words.every((word) => label.toLocaleLowerCase().includes(word));
}

function useSections(commands: DeskCommands): Choice[] {
  const t = useTranslations('app.nav');
  const navigate = useNavigate();
  return sections
    .filter((section) => commands.may(section.needs))
    .map(({ key, to, icon }) => ({
      id: `page-${key}`,
      group: 'pages',
      icon,
      label: t(key),
      detail: '',
      run: () => void navigate({ to }),
    }));
}

function useActions(commands: DeskCommands): Choice[] {
  const t = useTranslations('app.palette');
  const navigate = useNavigate();
  const { toggleColorScheme } = useMantineColorScheme();
  const action = (key: ActionKey, icon: TablerIcon, run: () => void, detail = ''): Choice => ({
    id: `action-${key}`,
    group: 'actions',
    icon,
    label: t(key),
    detail,
    run,
  });
  const all: readonly (readonly [Choice, RoutePath])[] = [
    [action('import', IconFileImport, commands.import, 'Ctrl I'), 'imports.preview'],
    [action('addPupil', IconUserPlus, () => void navigate({ to: '/pupils', search: { form: 'new' } })), 'pupils.add'],
    [action('issue', IconKey, () => void navigate({ to: '/issue' })), 'credentials.issue'],
    [action('print', IconPrinter, commands.print, 'Ctrl P'), 'slips.prepare'],
    [action('handover', IconCircleCheck, () => void navigate({ to: '/handover' })), 'handover.mark'],
    [action('lock', IconLock, commands.lock, 'Ctrl L'), 'registry.lock'],
    [action('passphrase', IconPasswordUser, commands.passphrase), 'users.changePassphrase'],
    [action('theme', IconMoonStars, toggleColorScheme), 'registry.status'],
    [action('guide', IconBook2, () => void window.diaryDesk.openUserGuide()), 'registry.status'],
    [action('about', IconInfoCircle, commands.about), 'registry.status'],
  ];
  return all.filter(([, needs]) => commands.may(needs)).map(([choice]) => choice);
}

type ActionKey =
  | 'import'
  | 'addPupil'
  | 'issue'
  | 'print'
  | 'handover'
  | 'lock'
  | 'passphrase'
  | 'theme'
  | 'guide'
  | 'about';

function useClasses(query: string, allowed: boolean): Choice[] {
  const navigate = useNavigate();
  const { data } = useQuery(deskQuery.classes.list.queryOptions({ enabled: allowed && query !== '' }));
  const typed = classKey(query);
  if (query === '' || typed === '') return [];
  return (data?.classes ?? [])
    .filter(({ title }) => classKey(title).startsWith(typed))
    .slice(0, MOST_CLASSES)
    .map(({ id, title, pupils }) => ({
      id: `class-${id}`,
      group: 'classes',
      icon: IconSchool,
      label: title,
      detail: String(pupils),
      run: () => void navigate({ to: '/pupils', search: { classId: id } }),
    }));
}

function usePeople(query: string, allowed: boolean): Choices {
  const navigate = useNavigate();
  const found = useQuery(
    deskQuery.pupils.find.queryOptions({
      input: { query },
      enabled: allowed && query.length > 1,
      placeholderData: (before) => before,
    }),
  );
  if (query.length <= 1) return { list: [], settled: true };
  const list = (found.data ?? []).map(
    ({ id, name, className }): Choice => ({
      id: `pupil-${id}`,
      group: 'people',
      icon: IconUser,
      label: formatFullName(name),
      detail: className,
      run: () => void navigate({ to: '/pupils', search: { query, open: id } }),
    }),
  );
  return { list, settled: !allowed || (found.isFetched && !found.isPlaceholderData) };
}
