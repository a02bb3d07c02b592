import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import Database from 'better-sqlite3';

/** Called before and after every statement of SQLite and every change of a folder or file. */
export type OnStep = (connection?: Database.Database) => void;

type Anything = (...given: unknown[]) => unknown;

const changesOfFiles = ['rename', 'copyFile', 'rm', 'unlink', 'link', 'mkdir', 'writeFile', 'open'] as const;

/** Watches this process from now on. Statements that `onStep` itself runs are not steps. */
export function watchSteps(onStep: OnStep): void {
  let watching = true;
  const step: OnStep = (connection) => {
    if (!watching) return;
    watching = false;
    onStep(connection);
    watching = true;
  };
  watchStatements(step);
  watchFiles(step);
}

function watchStatements(step: OnStep): void {
  const memory = new Database(':memory:');
  const statement = Object.getPrototypeOf(memory.prepare('select 1')) as Record<string, Anything>;
  memory.close();
  for (const name of ['run', 'all']) around(statement, name, (self) => (self as Database.Statement).database, step);
  const database = Database.prototype as unknown as Record<string, Anything>;
  for (const name of ['exec', 'pragma']) around(database, name, (self) => self as Database.Database, step);
}

function around(
  owner: Record<string, Anything>,
  name: string,
  connectionOf: (self: unknown) => Database.Database,
  step: OnStep,
): void {
  const original = owner[name];
  if (!original) throw new Error(`no ${name}`);
  owner[name] = function (this: unknown, ...given: unknown[]) {
    step();
    const result = original.apply(this, given);
    step(connectionOf(this));
    return result;
  };
}

function watchFiles(step: OnStep): void {
  const files = fs.promises as unknown as Record<string, (...given: unknown[]) => Promise<unknown>>;
  for (const name of changesOfFiles) {
    const original = files[name];
    if (!original) throw new Error(`no ${name}`);
    files[name] = async (...given) => {
      step();
      const result = await original(...given);
      step();
      return result;
    };
  }
  syncBuiltinESMExports();
}
