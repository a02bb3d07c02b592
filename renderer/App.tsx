import { MantineProvider, mergeThemeOverrides } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Status } from '../shared/contract/registry.ts';
import { AboutProvider } from './features/about/AboutDialog.tsx';
import { DamagedScreen } from './features/registry/DamagedScreen.tsx';
import { FirstRun } from './features/registry/FirstRun.tsx';
import { LockScreen } from './features/registry/LockScreen.tsx';
import { Connecting, StatusFailed } from './features/registry/Waiting.tsx';
import { queryClient, useStatus } from './query.ts';
import { router } from './router.tsx';
import { cssVariablesResolver, theme } from './styles/theme.ts';
import { useDeskEvents } from './ui/desk-events.ts';
import { ErrorBoundary } from './ui/ErrorBoundary.tsx';
import { LanguageProvider } from './ui/language.tsx';

/** The whole page. `nonce` is the one its policy allows styles with. */
export function App({ nonce }: { readonly nonce: string }) {
  return (
    <QueryClientProvider client={queryClient}>
      <LanguageProvider>
        <Look nonce={nonce}>
          <Notifications position="bottom-left" limit={3} />
          <AboutProvider>
            <ErrorBoundary>
              <Desk />
            </ErrorBoundary>
          </AboutProvider>
        </Look>
      </LanguageProvider>
    </QueryClientProvider>
  );
}

/** The kit with our theme; what only a screen reader hears of it comes from the catalogue. */
function Look({ nonce, children }: { readonly nonce: string; readonly children: ReactNode }) {
  const t = useTranslations('app.action');
  const close = t('close');
  const worded = useMemo(
    () =>
      mergeThemeOverrides(theme, {
        components: { Notification: { defaultProps: { closeButtonProps: { 'aria-label': close } } } },
      }),
    [close],
  );
  return (
    <MantineProvider
      theme={worded}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      {children}
    </MantineProvider>
  );
}

/**
 * Which screen: first run, lock, damaged registry, or the sections. A screen that shows a recovery code holds itself, so
 * that the registry opening behind it does not take the code away unseen.
 */
function Desk() {
  const { status, error } = useStatus();
  const [held, setHeld] = useState<Status['state']>();
  useDeskEvents();
  if (status === undefined) return error === null ? <Connecting /> : <StatusFailed error={error} />;
  const shown = held ?? status.state;
  const hold = (on: boolean) => setHeld(on ? shown : undefined);
  switch (shown) {
    case 'none':
      return <FirstRun onHold={hold} />;
    case 'locked':
      return <LockScreen status={status} onHold={hold} />;
    case 'damaged':
      return <DamagedScreen status={status} />;
    case 'open':
      return <RouterProvider router={router} />;
  }
}
