import { ORPCError } from '@orpc/client';

/** Shows the question for a call of this route and answers whether the passphrase was entered. */
export type PassphraseAsker = (route: string) => Promise<boolean>;

let asker: PassphraseAsker | undefined;
let asking: Promise<boolean> | undefined;

/** The dialog that asks, for as long as it is on the page. */
export function onPassphraseNeeded(ask: PassphraseAsker): () => void {
  asker = ask;
  return () => {
    if (asker === ask) asker = undefined;
  };
}

interface Call {
  readonly path: readonly string[];
  readonly next: () => Promise<unknown>;
}

/**
 * Every call that the registry process lets through only after the passphrase again is asked for here and made once more.
 * Calls made meanwhile wait for the same answer; a person who cancels gets PASSPHRASE_NEEDED.
 */
export async function askingAgain({ path, next }: Call): Promise<unknown> {
  try {
    return await next();
  } catch (error) {
    if (!(error instanceof ORPCError && error.code === 'PASSPHRASE_NEEDED') || asker === undefined) throw error;
    asking ??= asker(path.join('.')).finally(() => {
      asking = undefined;
    });
    if (!(await asking)) throw error;
    return next();
  }
}
