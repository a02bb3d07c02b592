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
  IconUser,
  type TablerIcon,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { RoutePath } from '../../../shared/contract/index.ts';
import { deskQuery } from '../../api.ts';
import type { DeskCommands } from './desk-commands.ts';
import { sections } from './sections.ts';

/** One line of the palette. */
export interface Choice {
  readonly id: string;
  readonly group: 'pages' | 'actions' | 'people';
  readonly icon: TablerIcon;
  readonly label: string;
  readonly detail: string;
  readonly run: () => void;
}

const MOST_PEOPLE = 8;

/** What the palette offers for the words typed: actions and sections that match, then pupils. */
export function useChoices(query: string, commands: DeskCommands): readonly Choice[] {
  const own = [...useActions(commands), ...useSections(commands)];
  const people = usePeople(query, commands.may('pupils.list'));
  return [...own.filter((choice) => matches(choice.label, query)), ...people];
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

type ActionKey = 'import' | 'issue' | 'print' | 'handover' | 'lock' | 'passphrase' | 'theme' | 'guide' | 'about';

function usePeople(query: string, allowed: boolean): Choice[] {
  const navigate = useNavigate();
  const found = useQuery(
    deskQuery.pupils.list.queryOptions({
      input: { filter: { query }, page: { offset: 0, limit: MOST_PEOPLE } },
      enabled: allowed && query.length > 1,
    }),
  );
  if (query.length <= 1) return [];
  return (found.data?.rows ?? []).map((row) => ({
    id: `pupil-${row.id}`,
    group: 'people',
    icon: IconUser,
    label: `${row.name.surname} ${row.name.firstName} ${row.name.patronymic}`.trim(),
    detail: row.className,
    run: () => void navigate({ to: '/pupils', search: { query, open: row.id } }),
  }));
}
