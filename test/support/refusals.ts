import { ORPCError } from '@orpc/client';

/** What an asked route throws; undefined when it answers. */
async function thrownBy(asked: Promise<unknown>): Promise<unknown> {
  return asked.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
}

/** Why a route refuses; undefined when it answers, the error itself when it is no refusal. */
export async function reasonOf(asked: Promise<unknown>): Promise<unknown> {
  const error = await thrownBy(asked);
  return error instanceof ORPCError ? error.data?.reason : error;
}

/** The field that a route refuses, or why it refuses the whole. */
export async function fieldOf(asked: Promise<unknown>): Promise<unknown> {
  const error = await thrownBy(asked);
  return error instanceof ORPCError ? (error.data?.params?.field ?? error.data?.reason) : error;
}
