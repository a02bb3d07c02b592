import { expect, test } from 'vitest';
import { delayAfter } from '../../main/registry/vault/attempts.ts';
import {
  leastCost,
  lockForUser,
  newFileKey,
  unlockByPassphrase,
  usualCost,
} from '../../main/registry/vault/keyring.ts';
import { makeOpenDesk, schoolAnswers, testSurroundings } from '../support/desk.ts';
import { report, times } from './support/profile.ts';

const { randomBytes } = testSurroundings(3, () => new Date(0));

test('every guess at a copied keyring costs the whole Argon2id of security.md', async () => {
  const user = { id: 1, name: 'А', passphrase: schoolAnswers.passphrase, cost: usualCost };
  const lock = await lockForUser(newFileKey(randomBytes), user, randomBytes);
  expect(lock.cost).toEqual({ memoryKib: 64 * 1024, passes: 3, lanes: 4 });
  const guesses = times(5, 40);
  const start = performance.now();
  for (let guess = 0; guess < guesses; guess += 1)
    expect(await unlockByPassphrase(lock, `догадка номер ${guess}`)).toBeUndefined();
  const each = Math.round((performance.now() - start) / guesses);
  report({ what: 'guesses at a keyring, ms each', tried: guesses, outcomes: { ms: each, right: 0 } });
});

test('a keyring that asks for less than the least cost is not accepted', () => {
  expect(usualCost.memoryKib).toBeGreaterThan(leastCost.memoryKib);
});

test('in the window a thousand guesses take longer than three days of waiting', async () => {
  const made = await makeOpenDesk();
  await made.client.registry.lock();
  const guesses = times(12, 60);
  let now = Date.parse('2026-09-01T08:00:00.000Z');
  let waited = 0;
  for (let guess = 0; guess < guesses; guess += 1) {
    const delay = delayAfter(guess);
    if (delay > 0) {
      made.setNow(new Date(now + delay * 1000 - 1000).toISOString());
      await expect(made.client.registry.unlock({ passphrase: 'мимо' })).rejects.toMatchObject({
        data: { reason: 'too-many-attempts' },
      });
    }
    now += delay * 1000;
    waited += delay;
    made.setNow(new Date(now).toISOString());
    await expect(made.client.registry.unlock({ passphrase: 'мимо' })).rejects.toMatchObject({
      data: { reason: 'wrong-passphrase' },
    });
  }
  const thousand = Array.from({ length: 1000 }, (_, guess) => delayAfter(guess)).reduce((all, one) => all + one, 0);
  report({ what: 'guesses in the window, seconds waited', tried: guesses, outcomes: { seconds: waited, right: 0 } });
  expect(thousand).toBeGreaterThan(3 * 24 * 3600);
  made.setNow(new Date(now + 300_000).toISOString());
  await made.client.registry.unlock({ passphrase: schoolAnswers.passphrase });
  made.close();
});
