/**
 * The classes a class teacher answers for, and what a line of the log tells about whom: ids of persons and what was
 * before and after, both as JSON. Lines from before have neither and keep their codes.
 */
export const usersSchema = /* sql */ `
create table user_class (
  user_id integer not null references app_user (id),
  class_id integer not null references school_class (id) on delete cascade,
  primary key (user_id, class_id)
) strict, without rowid;
alter table audit_entry add column person_ids text check (person_ids is null or json_valid(person_ids));
alter table audit_entry add column detail text check (detail is null or json_valid(detail));
`;
