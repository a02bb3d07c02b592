/** The school's own arrangements of a slip; `blocks` is a JSON list. */
export const slipTemplates = /* sql */ `
create table slip_template (
  id       integer primary key,
  name     text not null unique,
  per_page integer not null,
  blocks   text not null
) strict;
`;
