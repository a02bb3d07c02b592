/** The day (UTC) of a moment, ISO 8601. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);
