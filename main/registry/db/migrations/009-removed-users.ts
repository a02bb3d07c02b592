/** Somebody who left the school's registry for good: never signs in again, but the journal still names them. */
export const removedUsers = /* sql */ `
alter table app_user add column removed_at text;
`;
