/**
 * The walls of the house that the compiler cannot hold. `npm run check:imports` proves them on every change;
 * test/unit/walls.test.ts proves that each rule still catches its breach.
 */
const tests = '^test/';

/** @param {string} name @param {string} comment @param {object} from @param {object} to */
const wall = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    wall('no-cycles', 'A cycle has no top: nobody can read it.', {}, { circular: true }),
    wall('renderer-not-main', 'The page knows the contract only.', { path: '^renderer/' }, { path: '^main/' }),
    wall('main-not-renderer', 'The processes never draw.', { path: '^main/' }, { path: '^renderer/' }),
    wall(
      'shared-stands-alone',
      'shared/ imports nobody.',
      { path: '^shared/' },
      { path: '^(main|renderer|test|scripts)/' },
    ),
    wall(
      'product-not-test',
      'The product never imports its tests.',
      { path: '^(main|renderer|shared)/' },
      { path: tests },
    ),
    wall(
      'electron-in-shell-only',
      'Everything else runs without Electron.',
      { path: '^(main|renderer|shared)/', pathNot: '^main/shell/' },
      { path: '(^|node_modules/)electron($|/)' },
    ),
    wall(
      'registry-not-shell',
      'The registry process knows nothing of windows.',
      { path: '^main/(registry|cli)/' },
      { path: '^main/shell/' },
    ),
    wall(
      'shell-not-registry',
      'The shell reaches the registry process by messages, not by import; only their words are shared.',
      { path: '^main/shell/' },
      { path: '^main/registry/', pathNot: '^main/registry/control\\.ts$' },
    ),
    wall(
      'driver-in-open-only',
      'One place opens the registry file.',
      { path: '^(main|renderer|shared)/', pathNot: '^main/registry/db/open\\.ts$' },
      { path: 'node_modules/better-sqlite3' },
    ),
    wall(
      'queries-in-db-only',
      'SQL and the query builder live in main/registry/db.',
      { path: '^(main|renderer|shared)/', pathNot: '^main/registry/db/' },
      { path: 'node_modules/kysely', dependencyTypesNot: ['type-only'] },
    ),
    wall(
      'db-not-handlers',
      'Queries do not know who asks.',
      { path: '^main/registry/db/' },
      { path: '^main/registry/handlers/' },
    ),
    wall(
      'handlers-apart',
      'A handler does not call a handler: what they share is domain or db.',
      { path: '^main/registry/handlers/([^/]+)\\.ts$' },
      { path: '^main/registry/handlers/', pathNot: '^main/registry/handlers/$1' },
    ),
    wall(
      'domain-is-pure',
      'Rules know values only. Types of the contract may be named, its routes not.',
      { path: '^shared/domain/' },
      { path: '^shared/(contract|i18n)/', dependencyTypesNot: ['type-only'] },
    ),
    wall(
      'features-apart',
      'A feature does not import a feature: what they share is renderer/ui.',
      { path: '^renderer/features/([^/]+)/' },
      { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    ),
    wall(
      'ui-not-features',
      'Shared pieces know no feature.',
      { path: '^renderer/ui/' },
      { path: '^renderer/features/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist|node_modules/.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'types', 'default'],
    },
  },
};
