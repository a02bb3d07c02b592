/** Repeatable randomness for tests and demo data; never for passwords. */
export interface SeededRandom {
  /** 0 ≤ n < 1 */
  fraction(): number;
  /** Whole number, 0 ≤ n < max. */
  int(max: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  pick<T>(values: readonly T[]): T;
  /** A shuffled copy. */
  shuffle<T>(values: readonly T[]): T[];
}

/** The same numbers for the same seed on every engine (mulberry32). */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (max: number) => Math.floor(fraction() * max);
  return { fraction, int, chance: (probability) => fraction() < probability, pick, shuffle };

  function pick<T>(values: readonly T[]): T {
    const value = values[int(values.length)];
    if (value === undefined) throw new Error('Nothing to pick from');
    return value;
  }

  function shuffle<T>(values: readonly T[]): T[] {
    const copy = [...values];
    for (let last = copy.length - 1; last > 0; last -= 1) {
      const other = int(last + 1);
      [copy[last], copy[other]] = [copy[other] as T, copy[last] as T];
    }
    return copy;
  }
}
