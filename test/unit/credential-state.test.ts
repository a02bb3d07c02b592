import { expect, test } from 'vitest';
import { canMove, credentialStates, isLive, keepsInitialPassword } from '../../shared/domain/credential-state.ts';

const table = [
  ['generated', 'printed handed-over activated expired revoked'],
  ['printed', 'handed-over activated expired revoked'],
  ['handed-over', 'printed activated changed expired revoked'],
  ['activated', 'changed expired revoked'],
  ['changed', 'expired revoked'],
  ['expired', 'revoked'],
  ['revoked', ''],
] as const;

test.each(table)('from %s one gets to: %s', (from, to) => {
  expect(credentialStates.filter((state) => canMove(from, state))).toEqual(
    credentialStates.filter((state) => to.split(' ').includes(state)),
  );
});

test('every state has its row', () => {
  expect(table.map(([from]) => from)).toEqual(credentialStates);
});

test('only expired and revoked credentials are dead, only slips not handed over keep a password', () => {
  expect(credentialStates.filter((state) => !isLive(state))).toEqual(['expired', 'revoked']);
  expect(credentialStates.filter(keepsInitialPassword)).toEqual(['generated', 'printed']);
});
