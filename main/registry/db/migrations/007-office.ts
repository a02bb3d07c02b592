/**
 * The office: applications with the pupils they are about, and the people whom a family trusts with a child's diary.
 * `due_on` is set at registration: a later change of the school's term does not move it. A number is given once in a
 * calendar year. `ended_on` ends a paper diary that was granted.
 */
export const officeSchema = /* sql */ `
create table application (
  id integer primary key,
  number text not null,
  registered_on text not null,
  kind text not null check (kind in
    ('access', 'portal-code', 'reissue', 'one-login', 'paper-diary', 'correction', 'withdrawal')),
  applicant text not null check (applicant in ('guardian', 'pupil')),
  applicant_id integer references person (id) on delete set null,
  applicant_name text not null,
  for_whom text not null check (for_whom in ('applicant', 'pupils', 'both')),
  documents text not null check (json_valid(documents)),
  note text not null,
  due_on text not null,
  closed_on text,
  outcome text check (outcome in ('done', 'refused', 'recalled')),
  closing_note text not null default '',
  closed_by integer references app_user (id),
  ended_on text,
  issue_id integer references issue_run (id),
  created_at text not null,
  user_id integer not null references app_user (id),
  check ((closed_on is null) = (outcome is null))
) strict;
create unique index application_number on application (substr(registered_on, 1, 4), number);
create index application_open on application (due_on) where closed_on is null;
create index application_by_applicant on application (applicant_id) where applicant_id is not null;
create index application_by_issue on application (issue_id) where issue_id is not null;

create table application_pupil (
  application_id integer not null references application (id) on delete cascade,
  pupil_id integer not null references person (id) on delete cascade,
  primary key (application_id, pupil_id)
) strict;
create index application_pupil_by_pupil on application_pupil (pupil_id);

create table trusted_person (
  id integer primary key,
  pupil_id integer not null references person (id) on delete cascade,
  surname text not null,
  first_name text not null,
  patronymic text not null,
  phone text not null,
  snils text not null,
  invited_by integer references person (id) on delete set null,
  services text not null check (json_valid(services)),
  note text not null,
  state text not null check (state in ('invited', 'accepted', 'active', 'withdrawn')),
  invited_on text not null,
  accepted_on text,
  active_on text,
  withdrawn_on text,
  created_at text not null,
  user_id integer not null references app_user (id)
) strict;
create index trusted_person_by_pupil on trusted_person (pupil_id);
`;
