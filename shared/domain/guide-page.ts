/** The page of the user guide about each section, by the section's address; the rest is on the first page. */
const pages: Readonly<Record<string, string>> = {
  pupils: 'people',
  guardians: 'people',
  issue: 'issue',
  slips: 'issue',
  handover: 'issue',
  codes: 'codes',
  import: 'import',
  reconciliation: 'reconcile',
  contacts: 'office',
  applications: 'office',
  year: 'school-year',
  users: 'users',
  'personal-data': 'personal-data',
  journal: 'users',
  backups: 'backup',
  settings: 'first-day',
};

/** The guide's file about what the window shows, by the address of its page: `app://desk/#/pupils?query=…`. */
export function guidePageAt(address: string): string {
  const section = /#\/([\w-]+)/.exec(address)?.[1] ?? '';
  return `${pages[section] ?? 'index'}.html`;
}
