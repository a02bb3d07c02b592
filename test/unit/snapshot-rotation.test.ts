import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isCopyDue, outdatedCopies, type RotatedCopy } from '../../shared/domain/snapshot-rotation.ts';

const copy = (number: number, takenAt: string, reason: RotatedCopy['reason'] = 'hourly'): RotatedCopy => ({
  ...{ number, reason },
  takenAt: `${takenAt}:00:00.000Z`,
});
const gone = (...copies: RotatedCopy[]) => outdatedCopies(copies).map(({ number }) => number);

test('today every hour keeps its newest copy; of yesterday one is left', () => {
  const today = [copy(5, '2026-09-02T08'), copy(6, '2026-09-02T08'), copy(7, '2026-09-02T09')];
  const yesterday = [copy(1, '2026-09-01T08', 'daily'), copy(2, '2026-09-01T09'), copy(3, '2026-09-01T10')];
  expect(gone(...yesterday, ...today)).toEqual([5, 2, 1]);
});

test('fourteen days, then one a month, twelve of them', () => {
  const days = Array.from({ length: 400 }, (_, day) => {
    const takenAt = new Date(Date.UTC(2025, 0, 1 + day, 8)).toISOString().slice(0, 13);
    return copy(day + 1, takenAt, 'daily');
  });
  const left = days.filter((one) => !outdatedCopies(days).includes(one));
  expect(left.map(({ takenAt }) => takenAt.slice(0, 10))).toEqual([
    ...['2025-03-31', '2025-04-30', '2025-05-31', '2025-06-30', '2025-07-31', '2025-08-31', '2025-09-30'],
    ...['2025-10-31', '2025-11-30', '2025-12-31'],
    ...Array.from({ length: 14 }, (_, day) => new Date(Date.UTC(2026, 0, 22 + day)).toISOString().slice(0, 10)),
  ]);
});

test('copies made for a reason stay, twenty of them', () => {
  const imports = Array.from({ length: 25 }, (_, at) => copy(at + 1, '2026-09-01T08', 'import'));
  expect(gone(...imports)).toEqual([5, 4, 3, 2, 1]);
});

const moment = fc.date({ min: new Date('2025-01-01'), max: new Date('2026-12-31'), noInvalidDate: true });
const copies = fc
  .array(fc.record({ at: moment, reason: fc.constantFrom('hourly', 'daily', 'import', 'manual') }), { maxLength: 200 })
  .map((all) => all.map(({ at, reason }, place) => copy(place + 1, at.toISOString().slice(0, 13), reason as 'daily')));

test('the newest always stays, rotating twice is rotating once, and the number kept is bounded', () => {
  fc.assert(
    fc.property(copies, (all) => {
      const left = all.filter((one) => !outdatedCopies(all).includes(one));
      expect(left.length).toBeLessThanOrEqual(1 + 20 + 24 + 14 + 12);
      expect(outdatedCopies(left)).toEqual([]);
      if (all.length > 0) expect(left).toContain(all.at(-1));
    }),
  );
});

test('a copy is due after an hour of work, whichever way the clock went', () => {
  const newest = { takenAt: '2026-09-01T08:00:00.000Z', anchor: '7-aa' };
  const at = (time: string) => new Date(`2026-09-01T${time}:00.000Z`);
  expect(isCopyDue(undefined, '7-aa', at('08:00'))).toBe(true);
  expect(isCopyDue(newest, '7-aa', at('10:00'))).toBe(false);
  expect(isCopyDue(newest, '8-bb', at('08:59'))).toBe(false);
  expect(isCopyDue(newest, '8-bb', at('09:00'))).toBe(true);
  expect(isCopyDue(newest, '8-bb', at('06:00'))).toBe(true);
});
