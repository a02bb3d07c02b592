import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { CamelCasePlugin, Kysely } from 'kysely';
import { sqliteDialect } from './dialect/sqlite-dialect.ts';
import type { Schema } from './schema.ts';

/** An open encrypted file. Only this module knows the driver. */
export interface RegistryDatabase {
  readonly file: string;
  readonly db: Kysely<Schema>;
  /** Runs several statements at once, inside the transaction that is open: migrations and the change log's triggers. */
  runScript(sql: string): void;
  /** Ends a transaction that failed, if SQLite has not done so itself. */
  rollBack(): void;
  /** The value of a pragma, in its one cell. */
  pragma(source: string): string | number;
  /** All first cells of a pragma that answers in rows (`integrity_check`). */
  pragmaRows(source: string): readonly unknown[];
  /** Opens a copy that was made with the same key (`vacuum into`). */
  openCopy(file: string): OpenOutcome;
  /** Moves the log into the file, closes it and wipes the key. */
  close(): void;
}

/** `wrong-key`: the key does not fit, or the first page is damaged or gone; SQLite cannot tell these apart. */
export type OpenOutcome =
  | { readonly kind: 'opened'; readonly database: RegistryDatabase }
  | { readonly kind: 'wrong-key' }
  | { readonly kind: 'not-a-registry' };

/** How to open: `create` makes a new file and fails when there is one. */
export interface OpenOptions {
  readonly create?: boolean;
}

const busyTimeoutMs = 5000;

/** Most memory for pages of the file, in KiB: a page that is not there must be read and decrypted again. */
const roomKib = 64 * 1024;

/**
 * Opens the file with its 32-byte key in the published SQLCipher 4 format, so that other tools can rescue it. While it is
 * open no other process can: the lock is the operating system's and ends with the process. Errors of SQLite are thrown
 * with their code (`SQLITE_BUSY`: open elsewhere).
 */
export function openDatabase(file: string, key: Uint8Array, options: OpenOptions = {}): OpenOutcome {
  if (options.create && existsSync(file)) return { kind: 'not-a-registry' };
  if (!options.create && isPlainDatabase(file)) return { kind: 'not-a-registry' };
  // SQLite would take an emptied file for a new database.
  if (!options.create && statSync(file).size === 0) return { kind: 'wrong-key' };
  const connection = connect(file, options.create ?? false);
  try {
    configure(connection, key);
  } catch (error) {
    connection.close();
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_NOTADB') return { kind: 'wrong-key' };
    throw error;
  }
  return { kind: 'opened', database: wrap(connection, file, Uint8Array.from(key)) };
}

/** Is somebody using the file now? Needs no key. If not, its log is moved into it. */
export function isInUse(file: string): boolean {
  const connection = connect(file, false);
  try {
    connection.pragma('busy_timeout = 0');
    connection.exec('begin exclusive; rollback');
    return false;
  } catch (error) {
    return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
  } finally {
    connection.close();
  }
}

/** Version of the SQLite library in the native module (`3.53.4`). */
export function sqliteVersion(): string {
  const connection = new Database(':memory:', nativeBinding());
  try {
    return String(connection.prepare('select sqlite_version()').pluck().get());
  } finally {
    connection.close();
  }
}

/** Does the file begin as an ordinary, unencrypted SQLite database (so it is another program's)? */
export function isPlainDatabase(file: string): boolean {
  const descriptor = openSync(file, 'r');
  try {
    const start = Buffer.alloc(15);
    readSync(descriptor, start, 0, start.length, 0);
    return start.toString('latin1') === 'SQLite format 3';
  } finally {
    closeSync(descriptor);
  }
}

function connect(file: string, create: boolean): Database.Database {
  return new Database(file, { fileMustExist: !create, timeout: 0, ...nativeBinding() });
}

function configure(connection: Database.Database, key: Uint8Array): void {
  connection.pragma(`cipher='sqlcipher'`);
  connection.pragma('legacy=4');
  connection.pragma(`key="x'${Buffer.from(key).toString('hex')}'"`);
  // One process at a time. Set before the log is opened, so that no shared-memory file is needed either.
  connection.pragma('locking_mode=EXCLUSIVE');
  connection.pragma('journal_mode=WAL');
  connection.pragma('synchronous=FULL');
  connection.pragma('foreign_keys=1');
  connection.pragma('secure_delete=1');
  connection.pragma('temp_store=MEMORY');
  connection.pragma(`cache_size=-${roomKib}`);
  connection.exec('begin immediate; commit');
  connection.pragma(`busy_timeout=${busyTimeoutMs}`);
}

function wrap(connection: Database.Database, file: string, key: Uint8Array): RegistryDatabase {
  return {
    file,
    db: new Kysely<Schema>({ dialect: sqliteDialect(connection), plugins: [new CamelCasePlugin()] }),
    runScript: (sql) => void connection.exec(sql),
    rollBack: () => void (connection.inTransaction && connection.exec('rollback')),
    pragma: (source) => connection.pragma(source, { simple: true }) as string | number,
    pragmaRows: (source) => firstCells(connection.pragma(source)),
    openCopy: (copy) => openDatabase(copy, key),
    close: () => {
      if (connection.open) connection.close();
      key.fill(0);
    },
  };
}

function firstCells(rows: unknown): readonly unknown[] {
  return (rows as Record<string, unknown>[]).map((row) => Object.values(row)[0]);
}

/** The native module compiled for an old runtime: named by the environment, or packed beside the application. */
function nativeBinding(): { nativeBinding?: string } {
  const named = process.env.DIARY_DESK_SQLITE_BINDING;
  if (named) return { nativeBinding: named };
  const resources = 'resourcesPath' in process ? process.resourcesPath : undefined;
  const packed = typeof resources === 'string' ? join(resources, 'native', 'better_sqlite3.node') : '';
  return packed !== '' && existsSync(packed) ? { nativeBinding: packed } : {};
}
