/** A day off that the government moved: `from` (a weekend day) is worked unless it is a holiday, `to` is free. ISO 8601. */
export interface DayMove {
  readonly from: string;
  readonly to: string;
}

/**
 * Days off moved by the government's yearly decrees: 10.08.2023 No. 1314, 04.10.2024 No. 1335, 24.09.2025 No. 1466,
 * 17.09.2026 No. 1187. A new decree is a new year here; until a program has it, the school types the days in the settings.
 */
export const movesOfYears: Readonly<Record<number, readonly DayMove[]>> = {
  2024: [
    { from: '2024-01-06', to: '2024-05-10' },
    { from: '2024-01-07', to: '2024-12-31' },
    { from: '2024-04-27', to: '2024-04-29' },
    { from: '2024-11-02', to: '2024-04-30' },
    { from: '2024-12-28', to: '2024-12-30' },
  ],
  2025: [
    { from: '2025-01-04', to: '2025-05-02' },
    { from: '2025-01-05', to: '2025-12-31' },
    { from: '2025-02-23', to: '2025-05-08' },
    { from: '2025-03-08', to: '2025-06-13' },
    { from: '2025-11-01', to: '2025-11-03' },
  ],
  2026: [
    { from: '2026-01-03', to: '2026-01-09' },
    { from: '2026-01-04', to: '2026-12-31' },
  ],
  2027: [
    { from: '2027-01-02', to: '2027-11-05' },
    { from: '2027-01-03', to: '2027-12-31' },
    { from: '2027-02-20', to: '2027-02-22' },
  ],
};
