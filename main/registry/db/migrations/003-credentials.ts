/**
 * Re-issue under the same login, who received a slip, spoiled slips, own diary profiles, classes with a diary of their
 * own, the school's logo. A login stays one person's for ever, now held up by a trigger.
 */
export const widerCredentials = /* sql */ `
drop index credential_login;
create unique index credential_live_login on credential (diary_system, login_key) where state not in ('expired', 'revoked');
create index credential_login on credential (diary_system, login_key);
create trigger credential_login_is_one_persons before insert on credential
when exists (select 1 from credential as other where other.diary_system = new.diary_system
  and other.login_key = new.login_key and other.person_id <> new.person_id)
begin select raise(abort, 'the login has been another person''s'); end;

alter table credential add column login_changed integer not null default 0 check (login_changed in (0, 1));
alter table credential add column received_by text check (received_by in ('guardian', 'pupil', 'trusted'));
alter table credential add column receiver_name text not null default '';
alter table credential add column received_on text;
alter table credential add column refused_on text;
create index credential_waiting on credential (issued_at) where initial_password is not null;

alter table slip add column spoiled_at text;

create table diary_profile (
  id text primary key,
  profile text not null check (json_valid(profile))
) strict, without rowid;

create table class_diary (
  class_id integer primary key references school_class (id) on delete cascade,
  diary_system text not null,
  address text not null default ''
) strict;

create table picture (
  name text primary key,
  media_type text not null check (media_type in ('image/png', 'image/jpeg')),
  bytes blob not null
) strict;
`;
