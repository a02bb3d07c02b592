/**
 * Leavers: when a pupil who left goes to the archive and when the record may be destroyed, set on the day of leaving, so
 * that a later change of the school's terms does not move them. Notices tell those who answer for a class who came and
 * went, each person until seen.
 */
export const schoolYearSchema = /* sql */ `
alter table person add column archive_on text;
alter table person add column purge_on text;
create index person_left on person (left_on) where status = 'left';

create table class_notice (
  id integer primary key,
  class_id integer not null references school_class (id) on delete cascade,
  pupil_id integer not null references person (id) on delete cascade,
  kind text not null check (kind in ('came', 'went', 'left', 'returned')),
  other_class_id integer references school_class (id) on delete cascade,
  at text not null,
  user_id integer not null references app_user (id)
) strict;
create index class_notice_by_class on class_notice (class_id, at);
create index class_notice_by_pupil on class_notice (pupil_id);

create table class_notice_seen (
  notice_id integer not null references class_notice (id) on delete cascade,
  user_id integer not null references app_user (id),
  primary key (notice_id, user_id)
) strict, without rowid;
`;
