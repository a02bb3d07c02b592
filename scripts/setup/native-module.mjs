// The native SQLite module: the binding shipped in the npm package needs Node-API 10; for an older runtime
// the same sources are compiled once, against Node-API 8, in a temporary copy, and only the result is kept.
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inCache, inModules, inProject, node24 } from './paths.mjs';
import { problem, step } from './progress.mjs';
import { findProgram, lastLines, runQuietly } from './run.mjs';

const stringsHeader = () => inProject('scripts', 'setup', 'napi8-strings.h');

// node-gyp wants a Node source tree; Node-API needs nothing of it but its four headers and these two files.
const commonGypi = `{
  'target_defaults': {
    'default_configuration': 'Release',
    'configurations': { 'Release': {}, 'Debug': {} },
    'cflags': ['-pthread'],
    'cflags_cc': ['-fno-rtti', '-fno-exceptions'],
    'ldflags': ['-pthread'],
  },
}
`;
const configGypi = '{ "target_defaults": {}, "variables": {} }\n';

/** The compiled binding's place in the cache: another package version, platform or recipe gives another place. */
function compiledBinding() {
  const { name, version } = JSON.parse(readFileSync(inModules('better-sqlite3', 'package.json'), 'utf8'));
  const recipe = createHash('sha256')
    .update(readFileSync(stringsHeader()))
    .update(commonGypi)
    .digest('hex')
    .slice(0, 8);
  return inCache(
    'native',
    `${name}-${version}-napi8-${process.platform}-${process.arch}-${recipe}`,
    'better_sqlite3.node',
  );
}

const compileTools = { 'g++': 'g++', make: 'make', python3: 'python3' };

function requireCompiler() {
  const missing = Object.entries(compileTools)
    .filter(([program]) => !findProgram(program))
    .map(([, name]) => name);
  if (missing.length === 0) return;
  throw problem(
    `The SQLite module has to be compiled here and needs ${missing.join(', ')}: run "sudo apt-get install -y g++ make python3" and then the same command again.`,
  );
}

/** @param {string} work @returns {{ sources: string, headers: string }} */
function copySources(work) {
  const sources = join(work, 'better-sqlite3');
  const headers = join(work, 'node');
  cpSync(inModules('better-sqlite3'), sources, { recursive: true, filter: (from) => !from.endsWith('prebuilds') });
  cpSync(inModules('node-addon-api'), join(sources, 'node_modules', 'node-addon-api'), { recursive: true });
  cpSync(inModules('node-api-headers', 'include'), join(headers, 'include', 'node'), { recursive: true });
  cpSync(stringsHeader(), join(work, 'napi8-strings.h'));
  writeFileSync(join(headers, 'include', 'node', 'common.gypi'), commonGypi);
  writeFileSync(join(headers, 'include', 'node', 'config.gypi'), configGypi);
  return { sources, headers };
}

/** @param {string} work @returns {Promise<string>} the compiled file */
async function compile(work) {
  const { sources, headers } = copySources(work);
  const flags = `-include ${join(work, 'napi8-strings.h')} -UNAPI_VERSION -DNAPI_VERSION=8`;
  const path = `${dirname(node24)}:${process.env.PATH}`;
  const gyp = [inModules('node-gyp', 'bin', 'node-gyp.js'), 'rebuild', '--release', '--force_build=1'];
  const { code, output } = await runQuietly(
    node24,
    [...gyp, `--nodedir=${headers}`, `--jobs=${availableParallelism()}`],
    {
      cwd: sources,
      env: { ...process.env, PATH: path, CXXFLAGS: flags },
    },
  );
  if (code === 0) return join(sources, 'build', 'Release', 'better_sqlite3.node');
  throw problem(
    'The SQLite module did not compile: it needs g++ 10 or newer, make, python3 and 1 GB of free memory; install them and run the same command again.',
    lastLines(output),
  );
}

/** Compiles in the temporary folder: make cannot stand a space in a path, which the user's cache may have. @param {string} target */
async function compileInto(target) {
  const work = mkdtempSync(join(tmpdir(), 'diary-desk-compile-'));
  const partial = `${target}.partial-${process.pid}`;
  try {
    const made = await compile(work);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(made, partial);
    renameSync(partial, target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Whether Node 24 can load the binding shipped in the npm package on this machine (an old C library cannot). */
export async function shippedBindingLoads() {
  const trial = "new (require('better-sqlite3'))(':memory:').close()";
  return (await runQuietly(node24, ['-e', trial], { cwd: inProject() })).code === 0;
}

/** Compiles the binding for Node-API 8 unless the cache has it. @returns {Promise<string>} full path */
export async function ensureCompiledBinding() {
  const target = compiledBinding();
  if (existsSync(target)) return target;
  requireCompiler();
  await step('Compiling the encrypted SQLite for this runtime, once (2 to 6 minutes)', () => compileInto(target));
  return target;
}
