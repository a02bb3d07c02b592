import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deriveAuditKey } from '../../main/registry/db/audit.ts';
import { delayAfter } from '../../main/registry/vault/attempts.ts';
import {
  keyringSchema,
  leastCost,
  lockForRecovery,
  lockForUser,
  unlockByPassphrase,
  unlockByRecovery,
  usualCost,
  withUser,
} from '../../main/registry/vault/keyring.ts';
import { refusalOfPassphrase } from '../../main/registry/vault/passphrase-rules.ts';
import { readRecoveryCode, recoveryCode, recoveryRandomBytes } from '../../main/registry/vault/recovery-code.ts';

const random = (length: number) => new Uint8Array(randomBytes(length));
const fileKey = random(32);
const bytesOfCode = fc.uint8Array({ minLength: recoveryRandomBytes, maxLength: recoveryRandomBytes });

describe('a lock for a user', () => {
  const secret = { id: 1, name: 'Администратор', passphrase: 'семь тихих голубых трамваев', cost: leastCost };

  test('opens with the passphrase only, also when its letters are composed differently', async () => {
    const user = await lockForUser(fileKey, { ...secret, passphrase: 'йод и ёлка в тёмном лесу' }, random);
    expect(await unlockByPassphrase(user, 'йод и ёлка в тёмном лесу'.normalize('NFD'))).toEqual(fileKey);
    expect(await unlockByPassphrase(user, 'Йод и ёлка в тёмном лесу')).toBeUndefined();
  });

  test('with any byte changed does not open', async () => {
    const user = await lockForUser(fileKey, secret, random);
    for (const part of ['nonce', 'key', 'tag'] as const) {
      const bytes = Buffer.from(user.locked[part], 'base64');
      bytes[3] = (bytes[3] ?? 0) ^ 1;
      const changed = { ...user, locked: { ...user.locked, [part]: bytes.toString('base64') } };
      expect(await unlockByPassphrase(changed, secret.passphrase)).toBeUndefined();
    }
  });

  test('is never made twice alike', async () => {
    const [first, second] = [await lockForUser(fileKey, secret, random), await lockForUser(fileKey, secret, random)];
    expect(first.salt).not.toBe(second.salt);
    expect(first.locked).not.toEqual(second.locked);
  });

  test('takes the place of the former lock', async () => {
    const user = await lockForUser(fileKey, secret, random);
    const keyring = { format: 1 as const, users: [user], recovery: lockForRecovery(fileKey, 'A', random) };
    const again = await lockForUser(fileKey, secret, random);
    expect(withUser(keyring, again).users).toEqual([again]);
    expect(keyringSchema.parse(withUser(keyring, { ...again, id: 2 })).users.map(({ id }) => id)).toEqual([1, 2]);
  });

  test('costs what was promised, and less is not accepted', () => {
    expect(usualCost).toEqual({ memoryKib: 65_536, passes: 3, lanes: 4 });
    expect(leastCost).toMatchObject({ memoryKib: 19_456, passes: 2 });
  });
});

describe('a recovery code', () => {
  test('opens its own lock, and no other', () => {
    const [code, other] = [recoveryCode(random(recoveryRandomBytes)), recoveryCode(random(recoveryRandomBytes))];
    const locked = lockForRecovery(fileKey, code, random);
    expect(unlockByRecovery(locked, code)).toEqual(fileKey);
    expect(unlockByRecovery(locked, other)).toBeUndefined();
  });

  test('of all zeroes is written in nine groups of four', () => {
    expect(recoveryCode(new Uint8Array(recoveryRandomBytes))).toMatch(/^(?:0000-){8}[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  test('differs when its bytes differ', () => {
    fc.assert(
      fc.property(bytesOfCode, bytesOfCode, (one, other) => {
        fc.pre(Buffer.compare(one, other) !== 0);
        return recoveryCode(one) !== recoveryCode(other);
      }),
    );
  });

  const lookAlikes: Record<string, string> = {
    A: 'а',
    B: 'В',
    C: 'с',
    E: 'е',
    H: 'Н',
    K: 'к',
    M: 'М',
    P: 'р',
    T: 'Т',
    X: 'х',
    Y: 'у',
    '0': 'О',
    '1': 'l',
    '3': 'з',
  };

  test('is understood as people type it', () => {
    fc.assert(
      fc.property(bytesOfCode, fc.constantFrom('', ' ', '-', ' – '), fc.boolean(), (bytes, between, cyrillic) => {
        const code = recoveryCode(bytes);
        const letters = [...code].map((symbol) => (cyrillic ? (lookAlikes[symbol] ?? symbol) : symbol.toLowerCase()));
        expect(readRecoveryCode(` ${letters.join('').replaceAll('-', between)} `)).toBe(code);
      }),
    );
  });

  test('with one symbol mistyped or two exchanged is noticed', () => {
    fc.assert(
      fc.property(bytesOfCode, fc.nat({ max: 34 }), (bytes, at) => {
        const plain = recoveryCode(bytes).replaceAll('-', '');
        const mistyped = plain.slice(0, at) + (plain[at] === 'Z' ? 'Y' : 'Z') + plain.slice(at + 1);
        const exchanged = plain.slice(0, at) + plain[at + 1] + plain[at] + plain.slice(at + 2);
        expect(readRecoveryCode(mistyped)).toBeUndefined();
        expect(exchanged === plain || readRecoveryCode(exchanged) === undefined).toBe(true);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  test.each(['', 'not a code', 'U'.repeat(36), '0'.repeat(35), '0'.repeat(400)])('is not %j', (typed) => {
    expect(readRecoveryCode(typed)).toBeUndefined();
  });
});

describe('a passphrase', () => {
  const known = ['Школа № 1520 имени Капцовых', 'Анна Петрова'];

  test.each([
    'семь тихих голубых трамваев',
    'correct horse battery staple',
    'Мой кот ест зелёные огурцы',
    'vosem zheltyh slonov tantsuyut',
    '83 рыжих ежа у пруда',
  ])('%s is good', (passphrase) => {
    expect(refusalOfPassphrase(passphrase, known)).toBeUndefined();
  });

  test.each([
    ['четырнадцать..', 'passphrase-too-short'],
    ['               ', 'passphrase-too-common'],
    ['aaaaaaaaaaaaaaaaaaaa', 'passphrase-too-common'],
    ['абвабвабвабвабвабв', 'passphrase-too-common'],
    ['парольпарольпароль', 'passphrase-too-common'],
    ['Пароль12345678901', 'passphrase-too-common'],
    ['йцукенгшщзхъфывапролджэ', 'passphrase-too-common'],
    ['1q2w3e4r5t6y7u8i9o', 'passphrase-too-common'],
    ['qwertyuiop1234567890', 'passphrase-too-common'],
    ['школа № 1520 капцовых', 'passphrase-too-common'],
    ['Анна Петрова Анна', 'passphrase-too-common'],
    ['электронный дневник', 'passphrase-too-common'],
    ['администратор школы', 'passphrase-too-common'],
  ])('%s is refused: %s', (passphrase, reason) => {
    expect(refusalOfPassphrase(passphrase, known)).toBe(reason);
  });
});

test('delays grow from one second to five minutes and stay there', () => {
  expect([0, 1, 2, 3, 9, 10, 11, 1000].map(delayAfter)).toEqual([0, 1, 2, 4, 256, 300, 300, 300]);
});

test('the audit key is neither the file key nor random', () => {
  expect(deriveAuditKey(fileKey)).toEqual(deriveAuditKey(fileKey));
  expect(deriveAuditKey(fileKey)).not.toEqual(fileKey);
});
