import { type RegistryDatabase, sqliteVersion } from './open.ts';

/** SQLite 3.7.0 to 3.51.2 can corrupt a file in WAL mode when several connections reset the log. */
const oldestSqlite = [3, 51, 3] as const;

const expectedPragmas = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, secure_delete: 1 } as const;

/** Which promises of the engine do not hold on this machine; empty when all do. Answers with their names. */
export function brokenPromises(database: RegistryDatabase): readonly string[] {
  const pragmas = Object.entries(expectedPragmas).filter(([name, value]) => database.pragma(name) !== value);
  const version = isOldEnoughToDoubt(sqliteVersion()) ? ['sqlite_version'] : [];
  return [...version, ...pragmas.map(([name]) => name)];
}

/** Is every page authentic, every index right, every reference kept? About 0.2 s for 50,000 people. */
export function isSound(database: RegistryDatabase): boolean {
  const findings = database.pragmaRows('integrity_check');
  return findings.length === 1 && findings[0] === 'ok' && database.pragmaRows('foreign_key_check').length === 0;
}

function isOldEnoughToDoubt(version: string): boolean {
  const parts = version.split('.').map(Number);
  const differing = oldestSqlite.findIndex((expected, index) => parts[index] !== expected);
  return differing >= 0 && (parts[differing] ?? 0) < (oldestSqlite[differing] ?? 0);
}
