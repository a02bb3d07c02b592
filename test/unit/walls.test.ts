import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const project = resolve(import.meta.dirname, '../..');
const bin = (name: string) => join(project, 'node_modules/.bin', name);
let house: string;

/** Runs a checker in the planted house; resolves to its exit code and everything it said. */
function run(command: string, args: readonly string[]): Promise<{ code: number; said: string }> {
  return new Promise((done) => {
    execFile(bin(command), [...args], { cwd: house }, (error, stdout, stderr) => {
      done({ code: error ? Number(error.code ?? 1) : 0, said: stdout + stderr });
    });
  });
}

async function plant(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(house, path)), { recursive: true });
  await writeFile(join(house, path), text);
}

const breaches: readonly { wall: string; path: string; text: string }[] = [
  { wall: 'renderer-not-main', path: 'renderer/breach.ts', text: "import '../main/shell/window.ts';" },
  { wall: 'main-not-renderer', path: 'main/shell/breach.ts', text: "import '../../renderer/api.ts';" },
  { wall: 'shared-stands-alone', path: 'shared/breach.ts', text: "import '../main/shell/window.ts';" },
  { wall: 'product-not-test', path: 'main/cli/breach.ts', text: "import '../../test/support.ts';" },
  { wall: 'electron-in-shell-only', path: 'main/registry/breach.ts', text: "import 'electron';" },
  { wall: 'registry-not-shell', path: 'main/registry/breach-2.ts', text: "import '../shell/window.ts';" },
  { wall: 'shell-not-registry', path: 'main/shell/breach-2.ts', text: "import '../registry/db/open.ts';" },
  { wall: 'driver-in-open-only', path: 'main/registry/db/breach.ts', text: "import 'better-sqlite3';" },
  {
    wall: 'queries-in-db-only',
    path: 'main/registry/handlers/breach.ts',
    text: "import { sql } from 'kysely'; sql``;",
  },
  { wall: 'db-not-handlers', path: 'main/registry/db/breach-2.ts', text: "import '../handlers/pupils.ts';" },
  { wall: 'handlers-apart', path: 'main/registry/handlers/breach-2.ts', text: "import './pupils.ts';" },
  {
    wall: 'domain-is-pure',
    path: 'shared/domain/breach.ts',
    text: "import { contract } from '../contract/index.ts'; contract;",
  },
  { wall: 'features-apart', path: 'renderer/features/slips/breach.ts', text: "import '../pupils/PupilsPage.ts';" },
  { wall: 'ui-not-features', path: 'renderer/ui/breach.ts', text: "import '../features/pupils/PupilsPage.ts';" },
];

const innocents = [
  'main/shell/window.ts',
  'main/registry/db/open.ts',
  'main/registry/handlers/pupils.ts',
  'renderer/api.ts',
  'renderer/features/pupils/PupilsPage.ts',
  'test/support.ts',
];

beforeAll(async () => {
  house = await mkdtemp(join(tmpdir(), 'walls-'));
  await symlink(join(project, 'node_modules'), join(house, 'node_modules'));
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'biome.json', 'package.json']) {
    await copyFile(join(project, file), join(house, file));
  }
  for (const path of innocents) await plant(path, 'export const innocent = true;\n');
  await plant('shared/contract/index.ts', 'export const contract = {};\n');
  for (const { path, text } of breaches) await plant(path, `${text}\n`);
  await plant('renderer/circle-a.ts', "import './circle-b.ts';\n");
  await plant('renderer/circle-b.ts', "import './circle-a.ts';\n");
});

afterAll(() => rm(house, { recursive: true, force: true }));

describe('the walls catch a planted breach', () => {
  test('dependency-cruiser names every planted import and no innocent file', { timeout: 60_000 }, async () => {
    const { said } = await run('depcruise', [
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'json',
      'main',
      'shared',
      'renderer',
      'test',
    ]);
    const found = (JSON.parse(said) as { summary: { violations: { from: string; rule: { name: string } }[] } }).summary
      .violations;
    for (const { wall, path } of breaches) {
      expect(found.map((one) => `${one.rule.name} ${one.from}`)).toContain(`${wall} ${path}`);
    }
    expect(found.map((one) => one.rule.name)).toContain('no-cycles');
    expect(found.filter((one) => innocents.includes(one.from))).toEqual([]);
  });

  test('the compiler refuses Node and the DOM in shared/', { timeout: 60_000 }, async () => {
    await copyFile(join(project, 'shared/tsconfig.json'), join(house, 'shared/tsconfig.json'));
    await plant('shared/domain/breach.ts', 'export const a = process.pid;\nexport const b = document.title;\n');
    await rm(join(house, 'shared/breach.ts'));
    const { code, said } = await run('tsc', ['-p', 'shared', '--noEmit', '--composite', 'false']);
    expect(code).not.toBe(0);
    expect(said).toContain("Cannot find name 'process'");
    expect(said).toContain("Cannot find name 'document'");
  });

  test('Biome refuses default exports, barrels and any', { timeout: 60_000 }, async () => {
    const text = "export default 1;\nexport * from './a.ts';\nexport const c = (d: any) => d;\n";
    await plant('main/style.ts', text);
    const { code, said } = await run('biome', ['lint', '--vcs-enabled=false', 'main/style.ts']);
    expect(code).not.toBe(0);
    for (const rule of ['noDefaultExport', 'noReExportAll', 'noExplicitAny']) expect(said).toContain(rule);
  });
});
