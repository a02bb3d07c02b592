import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

/** What the dialect needs of a prepared statement. */
interface PreparedStatement {
  readonly reader: boolean;
  all(parameters: readonly unknown[]): unknown[];
  run(parameters: readonly unknown[]): { changes: number; lastInsertRowid: number | bigint };
}

/** What the dialect needs of the driver's database; the driver itself is imported in `open.ts` only. */
export interface StatementSource {
  readonly inTransaction: boolean;
  prepare(sql: string): PreparedStatement;
}

const keptStatements = 200;

/**
 * Kysely's SQLite dialect with two differences: transactions begin IMMEDIATE, so that a second writer is refused at the
 * start and not in the middle, and statements are prepared once. The database is closed by its owner, not by Kysely.
 */
export function sqliteDialect(database: StatementSource): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => sqliteDriver(database),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

function sqliteDriver(database: StatementSource): Driver {
  const connection = connectionTo(database);
  const run = async (sql: string) => void (await connection.executeQuery(CompiledQuery.raw(sql)));
  return {
    init: async () => undefined,
    acquireConnection: async () => connection,
    beginTransaction: () => run('begin immediate'),
    commitTransaction: () => run('commit'),
    // A full disk rolls back by itself: a second rollback would hide the reason.
    rollbackTransaction: async () => (database.inTransaction ? run('rollback') : undefined),
    releaseConnection: async () => undefined,
    destroy: async () => undefined,
  };
}

function connectionTo(database: StatementSource): DatabaseConnection {
  const prepare = statementCache(database);
  return {
    executeQuery: async <Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> =>
      execute<Row>(prepare(sql), parameters),
    streamQuery: async function* <Row>({ sql, parameters }: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
      // Read at once: an open cursor would keep the file from being closed, and a lock must never wait.
      for (const row of prepare(sql).all(parameters)) yield { rows: [row as Row] };
    },
  };
}

function execute<Row>(statement: PreparedStatement, parameters: readonly unknown[]): QueryResult<Row> {
  if (statement.reader) return { rows: statement.all(parameters) as Row[] };
  const { changes, lastInsertRowid } = statement.run(parameters);
  return { rows: [], insertId: BigInt(lastInsertRowid), numAffectedRows: BigInt(changes) };
}

function statementCache(database: StatementSource): (sql: string) => PreparedStatement {
  const kept = new Map<string, PreparedStatement>();
  return (sql) => {
    const statement = kept.get(sql) ?? database.prepare(sql);
    kept.delete(sql);
    kept.set(sql, statement);
    const oldest = kept.size > keptStatements ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    return statement;
  };
}
