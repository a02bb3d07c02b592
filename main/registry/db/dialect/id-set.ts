import { type RawBuilder, sql } from 'kysely';

/** Ids as one parameter for `in`: any number of them, where a list of parameters ends at 32,766. */
export function idSet(ids: Iterable<number>): RawBuilder<number> {
  return sql<number>`(select value from json_each(${JSON.stringify([...ids])}))`;
}
