import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { rightOfRoute } from '../../shared/domain/permissions.ts';
import { makeOpenDesk, schoolAnswers, secondDesk } from '../support/desk.ts';
import { allRoutes, ask } from '../support/rights-desk.ts';

/** Written out a second time, so that a slip of the pen in either place shows. */
const expressly = ['credentials.reveal', 'credentials.exportNew', 'personalData.destroy'];
const recently = [
  'backups.chooseAway',
  'slips.prepare',
  'users.add',
  'users.change',
  'users.block',
  'users.unblock',
  'users.remove',
  'users.resetPassphrase',
];
const { passphrase } = schoolAnswers;
const needed = { kind: 'refusal', why: 'PASSPHRASE_NEEDED' };
const senseless = { nothing: 'of the kind' };

describe('a quarter of an hour after signing in', () => {
  let made: Awaited<ReturnType<typeof makeOpenDesk>>;
  beforeAll(async () => {
    made = await makeOpenDesk({ asksAgain: true });
    made.setNow('2026-09-01T07:15:00.000Z');
  });
  afterAll(() => made.close());

  test.each(allRoutes.filter((route) => rightOfRoute[route] !== 'open'))(
    '%s asks only if it is one of those that do',
    async (route) => {
      const answer = await ask(made.client, route, senseless);
      const isAsked = answer.kind === 'refusal' && answer.why === needed.why;
      expect(isAsked).toBe([...expressly, ...recently].includes(route));
    },
  );
});

describe('the passphrase', () => {
  let made: Awaited<ReturnType<typeof makeOpenDesk>>;
  beforeEach(async () => {
    made = await makeOpenDesk({ asksAgain: true });
  });
  afterEach(() => made.close());
  const isAsked = async (route: 'slips.prepare' | 'credentials.reveal') =>
    JSON.stringify(await ask(made.client, route, senseless)) === JSON.stringify(needed);

  test('of the sign-in is enough for printing for five minutes, and never for showing a password', async () => {
    expect(await isAsked('slips.prepare')).toBe(false);
    expect(await isAsked('credentials.reveal')).toBe(true);
    made.setNow('2026-09-01T07:05:00.000Z');
    expect(await isAsked('slips.prepare')).toBe(false);
    made.setNow('2026-09-01T07:05:01.000Z');
    expect(await isAsked('slips.prepare')).toBe(true);
  });

  test('entered again is good for both, for the minutes of the settings', async () => {
    await made.client.settings.save({ confirmMinutes: 10 });
    made.setNow('2026-09-01T08:00:00.000Z');
    await made.client.registry.confirm({ passphrase });
    made.setNow('2026-09-01T08:10:00.000Z');
    expect([await isAsked('slips.prepare'), await isAsked('credentials.reveal')]).toEqual([false, false]);
    made.setNow('2026-09-01T08:10:01.000Z');
    expect([await isAsked('slips.prepare'), await isAsked('credentials.reveal')]).toEqual([true, true]);
  });

  test('does not count when the clock was set back, nor after the registry was locked', async () => {
    await made.client.registry.confirm({ passphrase });
    made.setNow('2026-09-01T06:59:59.000Z');
    expect(await isAsked('credentials.reveal')).toBe(true);
    made.setNow('2026-09-01T07:00:00.000Z');
    expect(await isAsked('credentials.reveal')).toBe(false);
    await made.client.registry.lock();
    await made.client.registry.unlock({ passphrase });
    expect(await isAsked('credentials.reveal')).toBe(true);
  });

  test('that is wrong confirms nothing, waits, and is told in the journal', async () => {
    const wrong = made.client.registry.confirm({ passphrase: 'не та фраза' });
    await expect(wrong).rejects.toMatchObject({ data: { reason: 'wrong-passphrase' } });
    expect(await isAsked('credentials.reveal')).toBe(true);
    const hasty = made.client.registry.confirm({ passphrase });
    await expect(hasty).rejects.toMatchObject({ data: { reason: 'too-many-attempts' } });
    const { entries } = await made.client.journal.list({});
    expect(entries[0]).toMatchObject({ action: 'reauthentication-refused' });
  });

  test('is asked by a second program on its own', async () => {
    await made.client.registry.confirm({ passphrase });
    await made.client.registry.lock();
    const other = secondDesk(made, { asksAgain: true });
    await other.client.registry.unlock({ passphrase });
    expect(await ask(other.client, 'credentials.reveal', senseless)).toEqual(needed);
    other.desk.lock('asked');
  });
});
