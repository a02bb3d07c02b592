/**
 * Why a person's data is kept, on which basis and until when (152-ФЗ art. 5 and 6), and what was destroyed: an act's number,
 * day and numbers of people, never who they were.
 */
export const personalDataSchema = /* sql */ `
create table processing_record (
  person_id integer primary key references person (id) on delete cascade,
  purpose text not null,
  basis text not null check (basis in ('law', 'contract', 'consent')),
  document text not null,
  document_on text,
  withdrawn_on text,
  keep_until text,
  at text not null,
  user_id integer not null references app_user (id)
) strict;

create table destruction_act (
  id integer primary key,
  at text not null,
  user_id integer not null references app_user (id),
  reason text not null check (reason in ('term', 'withdrawn', 'purpose', 'demand')),
  people integer not null,
  categories text not null check (json_valid(categories))
) strict;
`;
