import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import type { RoutePath } from '../../../shared/contract/index.ts';
import { mayCall } from '../../../shared/domain/permissions.ts';
import { desk } from '../../api.ts';
import type { DeskCommand } from '../../desk-bridge.ts';
import { forgetRegistry, refreshStatus, useUser } from '../../query.ts';
import { useAbout } from '../../ui/about-context.ts';

/** What menu, keys and palette can ask for, wherever the person is. What the role may not do, does nothing. */
export interface DeskCommands {
  readonly import: () => void;
  readonly print: () => void;
  readonly lock: () => void;
  readonly search: () => void;
  readonly about: () => void;
  readonly keys: () => void;
  readonly passphrase: () => void;
  readonly may: (route: RoutePath) => boolean;
}

interface FrameDialogs {
  readonly onSearch: () => void;
  readonly onKeys: () => void;
  readonly onPassphrase: () => void;
}

/** The frame's commands; also answers the window's menu. */
export function useDeskCommands({ onSearch, onKeys, onPassphrase }: FrameDialogs): DeskCommands {
  const navigate = useNavigate();
  const about = useAbout();
  const role = useUser()?.role;
  const commands = useMemo<DeskCommands>(() => {
    const may = (route: RoutePath) => mayCall(route, role);
    return {
      import: () => void (may('imports.preview') && navigate({ to: '/import' })),
      print: () => void (may('slips.prepare') && navigate({ to: '/slips' })),
      lock: () => void lock(),
      search: onSearch,
      about,
      keys: onKeys,
      passphrase: onPassphrase,
      may,
    };
  }, [navigate, about, role, onSearch, onKeys, onPassphrase]);
  useEffect(() => window.diaryDesk.onCommand((command: DeskCommand) => commands[command]()), [commands]);
  return commands;
}

async function lock(): Promise<void> {
  await desk.registry.lock();
  await refreshStatus();
  forgetRegistry();
}
