/** The code of an error of the file system or of SQLite (`ENOSPC`, `SQLITE_FULL`). */
export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
