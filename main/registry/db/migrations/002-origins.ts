/**
 * Where values come from: the import that made a person or a login is kept with it instead of in a journal row each, and
 * every later change of a field, by an import or by hand, leaves a line in `field_origin`; the last one tells whose the
 * value is. Saved layouts of files, and the report of an import.
 */
export const originsSchema = /* sql */ `
alter table person add column import_id integer references import_run (id);
alter table credential add column import_id integer references import_run (id);
alter table import_run add column report text not null default '{}' check (json_valid(report));

create table field_origin (
  id integer primary key,
  person_id integer not null references person (id) on delete cascade,
  field text not null,
  source text not null check (source in ('import', 'hand')),
  at text not null,
  user_id integer references app_user (id),
  import_id integer references import_run (id)
) strict;
create index field_origin_by_person on field_origin (person_id, field);

create index import_change_by_entity on import_change (entity, entity_id);

create table import_preset (
  id integer primary key,
  name text not null unique,
  header_fingerprint text not null,
  fields text not null check (json_valid(fields)),
  reading text not null check (json_valid(reading)),
  used_at text not null
) strict;
create index import_preset_by_header on import_preset (header_fingerprint);

update person set import_id = (
  select import_id from import_change
  where entity = 'person' and entity_id = person.id and before is null);

insert into field_origin (person_id, field, source, at, user_id, import_id)
select change.entity_id, field.name, 'import', run.at, run.user_id, run.id
from import_change as change
join import_run as run on run.id = change.import_id and run.undone_at is null
join person on person.id = change.entity_id
join json_each(change.after) as changed
join (select 'surname' as key, 'surname' as name union all select 'first_name', 'firstName'
  union all select 'patronymic', 'patronymic' union all select 'sex', 'sex'
  union all select 'birth_date', 'birthDate') as field on field.key = changed.key
where change.entity = 'person' and change.before is not null
  and change.before ->> field.key is not change.after ->> field.key
order by change.id;

insert into field_origin (person_id, field, source, at, user_id, import_id)
select contact.person_id, contact.kind, 'import', run.at, run.user_id, run.id
from contact
join import_run as run on run.id = contact.import_id and run.undone_at is null
join person on person.id = contact.person_id and person.import_id is not contact.import_id
group by contact.person_id, contact.kind, run.id
order by run.id;

insert into field_origin (person_id, field, source, at, user_id, import_id)
select enrolment.pupil_id, 'class', 'import', run.at, run.user_id, run.id
from enrolment
join import_run as run on run.id = enrolment.import_id and run.undone_at is null
join person on person.id = enrolment.pupil_id and person.import_id is not enrolment.import_id
order by enrolment.id;

delete from import_change where entity = 'person' and before is null;
`;
