import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { Frame } from './features/frame/Frame.tsx';
import { JournalPage } from './features/journal/JournalPage.tsx';
import { OverviewPage } from './features/overview/OverviewPage.tsx';
import { SettingsPage } from './features/settings/SettingsPage.tsx';
import {
  applicationsSearchSchema,
  codesSearchSchema,
  contactsSearchSchema,
  guardiansSearchSchema,
  issueSearchSchema,
  journalSearchSchema,
  personalDataSearchSchema,
  pupilsSearchSchema,
  reconciliationSearchSchema,
} from './search.ts';
import { PageFailed } from './ui/ErrorBoundary.tsx';

const rootRoute = createRootRoute({ component: Frame, notFoundComponent: OverviewPage });

const indexRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/overview' });
  },
});
const overviewRoute = createRoute({ getParentRoute: () => rootRoute, path: '/overview', component: OverviewPage });
const pupilsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/pupils',
  validateSearch: pupilsSearchSchema,
  component: lazyRouteComponent(() => import('./features/pupils/PupilsPage.tsx'), 'PupilsPage'),
});
const guardiansRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/guardians',
  validateSearch: guardiansSearchSchema,
  component: lazyRouteComponent(() => import('./features/guardians/GuardiansPage.tsx'), 'GuardiansPage'),
});
const issueRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/issue',
  validateSearch: issueSearchSchema,
  component: lazyRouteComponent(() => import('./features/credentials/IssuePage.tsx'), 'IssuePage'),
});
const slipsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/slips',
  validateSearch: issueSearchSchema,
  component: lazyRouteComponent(() => import('./features/slips/SlipsPage.tsx'), 'SlipsPage'),
});
const handoverRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/handover',
  validateSearch: issueSearchSchema,
  component: lazyRouteComponent(() => import('./features/handover/HandoverPage.tsx'), 'HandoverPage'),
});
const codesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/codes',
  validateSearch: codesSearchSchema,
  component: lazyRouteComponent(() => import('./features/codes/CodesPage.tsx'), 'CodesPage'),
});
const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/import',
  component: lazyRouteComponent(() => import('./features/imports/ImportPage.tsx'), 'ImportPage'),
});
const reconciliationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reconciliation',
  validateSearch: reconciliationSearchSchema,
  component: lazyRouteComponent(() => import('./features/reconciliation/ReconciliationPage.tsx'), 'ReconciliationPage'),
});
const contactsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/contacts',
  validateSearch: contactsSearchSchema,
  component: lazyRouteComponent(() => import('./features/contacts/ContactsPage.tsx'), 'ContactsPage'),
});
const applicationsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/applications',
  validateSearch: applicationsSearchSchema,
  component: lazyRouteComponent(() => import('./features/applications/ApplicationsPage.tsx'), 'ApplicationsPage'),
});
const yearRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/year',
  component: lazyRouteComponent(() => import('./features/year/YearPage.tsx'), 'YearPage'),
});
const backupsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/backups',
  component: lazyRouteComponent(() => import('./features/backups/BackupsPage.tsx'), 'BackupsPage'),
});
const usersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/users',
  component: lazyRouteComponent(() => import('./features/users/UsersPage.tsx'), 'UsersPage'),
});
const personalDataRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/personal-data',
  validateSearch: personalDataSearchSchema,
  component: lazyRouteComponent(() => import('./features/personal-data/PersonalDataPage.tsx'), 'PersonalDataPage'),
});
const journalRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/journal',
  validateSearch: journalSearchSchema,
  component: JournalPage,
});
const settingsRoute = createRoute({ getParentRoute: () => rootRoute, path: '/settings', component: SettingsPage });

const routeTree = rootRoute.addChildren([
  indexRoute,
  overviewRoute,
  pupilsRoute,
  guardiansRoute,
  issueRoute,
  slipsRoute,
  handoverRoute,
  codesRoute,
  importRoute,
  reconciliationRoute,
  contactsRoute,
  applicationsRoute,
  yearRoute,
  usersRoute,
  personalDataRoute,
  journalRoute,
  backupsRoute,
  settingsRoute,
]);

/** The page's addresses, in the hash because the page is one file. A page that fails keeps the frame alive. */
export const router = createRouter({
  routeTree,
  history: createHashHistory(),
  defaultPreload: false,
  defaultErrorComponent: ({ reset }) => <PageFailed onRetry={reset} />,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
