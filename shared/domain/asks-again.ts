import type { RoutePath } from '../contract/index.ts';

/**
 * When the passphrase must have been entered before a route. `recently`: within the minutes of the settings, a sign-in
 * counts, so that a teacher who has just come in prints at once. `expressly`: within the same minutes, but asked for such
 * a route and not at the door.
 */
export type AsksAgain = 'recently' | 'expressly';

/** Routes that ask for the passphrase again; their handlers take `askingRoutes`, which has these and no others. */
export const asksAgainOfRoute = {
  'credentials.reveal': 'expressly',
  'credentials.exportNew': 'expressly',
  'slips.prepare': 'recently',
  'backups.chooseAway': 'recently',
  'personalData.destroy': 'expressly',
  'users.add': 'recently',
  'users.change': 'recently',
  'users.block': 'recently',
  'users.unblock': 'recently',
  'users.remove': 'recently',
  'users.resetPassphrase': 'recently',
} as const satisfies Readonly<Partial<Record<RoutePath, AsksAgain>>>;

export type AskingRoute = keyof typeof asksAgainOfRoute;

/** When a passphrase was entered last: at the door, and for a route that asks. */
export interface Confirmations {
  readonly signedInAt?: Date | undefined;
  readonly askedAt?: Date | undefined;
}

/** Was the passphrase entered as this route wants it? A moment in the future (the clock was set back) does not count. */
export function isConfirmed(
  asks: AsksAgain,
  { signedInAt, askedAt }: Confirmations,
  minutes: number,
  now: Date,
): boolean {
  const isFresh = (at: Date | undefined) => at !== undefined && at <= now && +now - +at <= minutes * 60_000;
  return isFresh(askedAt) || (asks === 'recently' && isFresh(signedInAt));
}

/** How the passphrase must have been entered before this route; undefined when it need not be asked again. */
export function asksAgain(route: RoutePath): AsksAgain | undefined {
  return Object.hasOwn(asksAgainOfRoute, route) ? asksAgainOfRoute[route as AskingRoute] : undefined;
}
