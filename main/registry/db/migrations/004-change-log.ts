/**
 * Actions that can be taken back: `change_run` is one action of a person, `row_change` what it did to each row, as JSON
 * before and after (null: the row was not there). `row_key` is the row's primary key as a JSON array.
 */
export const changeLog = /* sql */ `
create table change_run (
  id integer primary key,
  action text not null,
  at text not null,
  user_id integer not null references app_user (id),
  undone_at text,
  undone_by integer references app_user (id)
) strict;

create table row_change (
  id integer primary key,
  run_id integer not null references change_run (id) on delete cascade,
  entity text not null,
  row_key text not null,
  before text check (before is null or json_valid(before)),
  after text check (after is null or json_valid(after))
) strict;
create index row_change_by_row on row_change (run_id, entity, row_key);

alter table audit_entry add column run_id integer references change_run (id);
`;
