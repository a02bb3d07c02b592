/**
 * The life of a credential. `generated`: login and initial password exist; `printed`: on paper; `handed-over`: received,
 * the initial password purged; `activated`: the person has signed in; `changed`: has set an own password; `expired`: its
 * period is over; `revoked`: withdrawn, for instance by a new issue.
 */
export type CredentialState = 'generated' | 'printed' | 'handed-over' | 'activated' | 'changed' | 'expired' | 'revoked';

/**
 * Where each state may lead. `handed-over` goes back to `printed` only because a tick may be a mistake; the purged
 * password does not come back.
 */
const moves: Readonly<Record<CredentialState, readonly CredentialState[]>> = {
  generated: ['printed', 'handed-over', 'activated', 'expired', 'revoked'],
  printed: ['handed-over', 'activated', 'expired', 'revoked'],
  'handed-over': ['printed', 'activated', 'changed', 'expired', 'revoked'],
  activated: ['changed', 'expired', 'revoked'],
  changed: ['expired', 'revoked'],
  expired: ['revoked'],
  revoked: [],
};

/** All states, in the order of a credential's life. */
export const credentialStates: readonly CredentialState[] = [
  'generated',
  'printed',
  'handed-over',
  'activated',
  'changed',
  'expired',
  'revoked',
];

/** True when a credential in state `from` may go to state `to`. Staying is not a move. */
export function canMove(from: CredentialState, to: CredentialState): boolean {
  return moves[from].includes(to);
}

/** True while the person can sign in with the credential, or will be able to once it is handed over. */
export function isLive(state: CredentialState): boolean {
  return state !== 'expired' && state !== 'revoked';
}

/** True while the registry still keeps the initial password; it is purged at handover and never later than that. */
export function keepsInitialPassword(state: CredentialState): boolean {
  return state === 'generated' || state === 'printed';
}
