/**
 * The first schema: people and their links, contacts by source, credentials with their states, slips, imports, audit.
 * Values that a person chose are text from a closed list; moments are ISO 8601 in UTC, dates ISO 8601; booleans 0 or 1.
 * `*_key` columns hold the folded form that comparisons and searches use, never shown.
 */
export const registrySchema = /* sql */ `
create table setting (
  key text primary key,
  value text not null check (json_valid(value))
) strict, without rowid;

create table app_user (
  id integer primary key,
  name text not null,
  role text not null check (role in ('administrator', 'diary-administrator', 'class-teacher', 'viewer')),
  created_at text not null,
  disabled_at text
) strict;

create table academic_year (
  id integer primary key,
  start_year integer not null unique,
  starts_on text not null,
  ends_on text not null
) strict;

create table person (
  id integer primary key,
  kind text not null check (kind in ('pupil', 'guardian', 'staff')),
  surname text not null,
  first_name text not null,
  patronymic text not null default '',
  name_key text not null,
  sex text check (sex in ('male', 'female')),
  birth_date text,
  status text not null default 'active' check (status in ('active', 'to-check', 'left')),
  left_on text,
  left_reason text,
  entry_way text check (entry_way in ('portal', 'diary-login', 'esia')),
  merged_into integer references person (id),
  created_at text not null,
  updated_at text not null
) strict;
create index person_by_name on person (kind, name_key);
create index person_by_merge on person (merged_into) where merged_into is not null;

create table name_history (
  id integer primary key,
  person_id integer not null references person (id) on delete cascade,
  surname text not null,
  first_name text not null,
  patronymic text not null,
  valid_to text not null,
  import_id integer references import_run (id)
) strict;
create index name_history_by_person on name_history (person_id);

create table school_class (
  id integer primary key,
  academic_year_id integer not null references academic_year (id),
  grade integer check (grade between 1 and 11),
  letter text not null default '',
  title text not null,
  class_key text not null,
  teacher_id integer references person (id),
  unique (academic_year_id, class_key)
) strict;
create index school_class_by_teacher on school_class (teacher_id) where teacher_id is not null;

create table enrolment (
  id integer primary key,
  pupil_id integer not null references person (id) on delete cascade,
  class_id integer not null references school_class (id),
  valid_from text not null,
  valid_to text,
  import_id integer references import_run (id)
) strict;
create unique index enrolment_current on enrolment (pupil_id) where valid_to is null;
create index enrolment_by_class on enrolment (class_id) where valid_to is null;
create index enrolment_by_pupil on enrolment (pupil_id);

create table guardianship (
  id integer primary key,
  pupil_id integer not null references person (id) on delete cascade,
  guardian_id integer not null references person (id) on delete cascade,
  relation text not null check (relation in ('mother', 'father', 'guardian', 'trustee', 'other')),
  is_legal integer not null default 1 check (is_legal in (0, 1)),
  priority integer not null default 1,
  restrictions text not null default '',
  hidden integer not null default 0 check (hidden in (0, 1)),
  unique (pupil_id, guardian_id)
) strict;
create index guardianship_by_guardian on guardianship (guardian_id);

create table contact (
  id integer primary key,
  person_id integer not null references person (id) on delete cascade,
  kind text not null check (kind in ('phone', 'email', 'snils')),
  source text not null check (source in ('school', 'portal', 'guardian')),
  value text not null,
  value_key text not null,
  label text not null default '',
  checked text not null default 'unchecked' check (checked in ('ok', 'warning', 'unchecked')),
  valid_from text not null,
  valid_to text,
  import_id integer references import_run (id)
) strict;
create index contact_by_person on contact (person_id);
create index contact_by_value on contact (kind, value_key);

create table external_code (
  id integer primary key,
  person_id integer not null references person (id) on delete cascade,
  diary_system text not null,
  kind text not null check (kind in ('portal-code', 'external-id', 'account')),
  value text not null,
  value_key text not null,
  import_id integer references import_run (id),
  unique (diary_system, kind, value_key)
) strict;
create index external_code_by_person on external_code (person_id);

create table issue_run (
  id integer primary key,
  at text not null,
  user_id integer not null references app_user (id),
  undone_at text
) strict;

create table credential (
  id integer primary key,
  person_id integer not null references person (id),
  diary_system text not null,
  login text not null,
  login_key text not null,
  state text not null check (state in
    ('generated', 'printed', 'handed-over', 'activated', 'changed', 'expired', 'revoked')),
  initial_password text,
  copy_number integer not null default 1,
  issue_id integer references issue_run (id),
  issued_at text not null,
  printed_at text,
  handed_over_at text,
  handed_over_by integer references app_user (id),
  expires_on text,
  replaced_by integer references credential (id),
  check (state in ('generated', 'printed') or initial_password is null)
) strict;
create unique index credential_login on credential (diary_system, login_key);
create index credential_by_person on credential (person_id);
create unique index credential_live on credential (person_id, diary_system) where state not in ('expired', 'revoked');

create table credential_event (
  id integer primary key,
  credential_id integer not null references credential (id),
  at text not null,
  user_id integer not null references app_user (id),
  state text not null,
  reason text not null default ''
) strict;
create index credential_event_by_credential on credential_event (credential_id);

create table print_batch (
  id integer primary key,
  at text not null,
  user_id integer not null references app_user (id),
  per_page integer not null,
  language text not null,
  state text not null check (state in ('prepared', 'printed', 'cancelled'))
) strict;

create table slip (
  id integer primary key,
  batch_id integer not null references print_batch (id) on delete cascade,
  credential_id integer not null references credential (id),
  position integer not null
) strict;
create index slip_by_batch on slip (batch_id);
create index slip_by_credential on slip (credential_id);

create table import_run (
  id integer primary key,
  at text not null,
  user_id integer not null references app_user (id),
  file_name text not null,
  file_sha256 text not null,
  file_size_bytes integer not null,
  preset_id text,
  header_fingerprint text not null default '',
  counts text not null check (json_valid(counts)),
  undone_at text,
  undone_by integer references app_user (id)
) strict;

-- What an import did to each row of the registry, enough to take it back: before is null for a new row.
create table import_change (
  id integer primary key,
  import_id integer not null references import_run (id),
  entity text not null,
  entity_id integer not null,
  before text check (before is null or json_valid(before)),
  after text not null check (json_valid(after))
) strict;
create index import_change_by_import on import_change (import_id);

-- A column mapping that a person made by hand, found again by the headers.
create table column_mapping (
  header_fingerprint text primary key,
  fields text not null check (json_valid(fields)),
  used_at text not null
) strict, without rowid;

create table audit_entry (
  seq integer primary key,
  at text not null,
  user_id integer references app_user (id),
  action text not null,
  count integer not null default 0,
  subject text not null default '',
  import_id integer references import_run (id),
  issue_id integer references issue_run (id),
  mac text not null
) strict;
create trigger audit_entry_is_append_only before update on audit_entry
begin select raise(abort, 'audit_entry is append-only'); end;
create trigger audit_entry_stays before delete on audit_entry
begin select raise(abort, 'audit_entry is append-only'); end;

-- One folded line a pupil: own and guardians' names, logins, phone digits, codes. Trigrams find any three letters inside.
create virtual table pupil_search using fts5 (line, tokenize = 'trigram', detail = 'none');
`;
