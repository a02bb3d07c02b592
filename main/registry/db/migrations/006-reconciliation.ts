/**
 * Reconciliation with the portal: every run with the people of its file (`portal_person`), whom each was linked to, and
 * what was found (`finding`). `link_decision` keeps what people said about a pair, for all later runs: `person_key` is
 * the same for the same person of any file, or `person:<id>` when both are in the registry. `finding_key` is the same for
 * the same finding of a later run. A run that was taken back is told by its `change_run`.
 */
export const reconciliationSchema = /* sql */ `
create table reconciliation_run (
  id integer primary key,
  at text not null,
  user_id integer not null references app_user (id),
  kind text not null check (kind in ('export', 'refused')),
  file_name text not null,
  file_sha256 text not null,
  file_size_bytes integer not null,
  as_of text not null,
  counts text not null check (json_valid(counts)),
  change_run_id integer references change_run (id)
) strict;

create table portal_person (
  id integer primary key,
  run_id integer not null references reconciliation_run (id) on delete cascade,
  row_number integer not null,
  place integer not null,
  kind text not null check (kind in ('pupil', 'guardian')),
  person_key text not null,
  facts text not null check (json_valid(facts)),
  verdict text not null check (verdict in ('linked', 'suggested', 'none')),
  person_id integer references person (id) on delete set null,
  score real not null,
  reasons text not null check (json_valid(reasons))
) strict;
create index portal_person_by_run on portal_person (run_id, verdict);
create index portal_person_by_person on portal_person (person_id) where person_id is not null;

create table link_decision (
  id integer primary key,
  person_key text not null,
  person_id integer not null references person (id) on delete cascade,
  verdict text not null check (verdict in ('same', 'other')),
  at text not null,
  user_id integer not null references app_user (id),
  unique (person_key, person_id)
) strict;
create index link_decision_by_person on link_decision (person_id);

create table finding (
  id integer primary key,
  run_id integer not null references reconciliation_run (id) on delete cascade,
  finding_key text not null,
  code text not null,
  field text not null,
  person_id integer references person (id) on delete cascade,
  portal_id integer references portal_person (id) on delete cascade,
  pupil_id integer references person (id) on delete cascade,
  school_value text not null,
  portal_value text not null,
  params text not null check (json_valid(params)),
  state text not null check (state in ('open', 'taken', 'kept', 'asked')),
  ask_on text,
  decided_at text,
  decided_by integer references app_user (id),
  is_new integer not null check (is_new in (0, 1)),
  unique (run_id, finding_key)
) strict;
create index finding_by_person on finding (person_id) where person_id is not null;
create index finding_by_portal on finding (portal_id) where portal_id is not null;
create index finding_by_pupil on finding (pupil_id) where pupil_id is not null;

alter table person add column import_row integer;
`;
