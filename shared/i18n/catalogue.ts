import { app as appEn } from './en/app.ts';
import { applications as applicationsEn } from './en/applications.ts';
import { backups as backupsEn } from './en/backups.ts';
import { cli as cliEn } from './en/cli.ts';
import { codes as codesEn } from './en/codes.ts';
import { contacts as contactsEn } from './en/contacts.ts';
import { credentials as credentialsEn } from './en/credentials.ts';
import { errors as errorsEn } from './en/errors.ts';
import { exportsWords as exportsEn } from './en/exports.ts';
import { fields as fieldsEn } from './en/fields.ts';
import { findings as findingsEn } from './en/findings.ts';
import { guardians as guardiansEn } from './en/guardians.ts';
import { handover as handoverEn } from './en/handover.ts';
import { history as historyEn } from './en/history.ts';
import { imports as importsEn } from './en/imports.ts';
import { journal as journalEn } from './en/journal.ts';
import { linkReasons as linkReasonsEn } from './en/link-reasons.ts';
import { matches as matchesEn } from './en/matches.ts';
import { overview as overviewEn } from './en/overview.ts';
import { personalData as personalDataEn } from './en/personal-data.ts';
import { problems as problemsEn } from './en/problems.ts';
import { pupils as pupilsEn } from './en/pupils.ts';
import { reconciliation as reconciliationEn } from './en/reconciliation.ts';
import { registry as registryEn } from './en/registry.ts';
import { rollover as rolloverEn } from './en/rollover.ts';
import { settings as settingsEn } from './en/settings.ts';
import { shell as shellEn } from './en/shell.ts';
import { slips as slipsEn } from './en/slips.ts';
import { states as statesEn } from './en/states.ts';
import { trusted as trustedEn } from './en/trusted.ts';
import { users as usersEn } from './en/users.ts';
import { written as writtenEn } from './en/written.ts';
import { app } from './ru/app.ts';
import { applications } from './ru/applications.ts';
import { backups } from './ru/backups.ts';
import { cli } from './ru/cli.ts';
import { codes } from './ru/codes.ts';
import { contacts } from './ru/contacts.ts';
import { credentials } from './ru/credentials.ts';
import { errors } from './ru/errors.ts';
import { exportsWords } from './ru/exports.ts';
import { fields } from './ru/fields.ts';
import { findings } from './ru/findings.ts';
import { guardians } from './ru/guardians.ts';
import { handover } from './ru/handover.ts';
import { history } from './ru/history.ts';
import { imports } from './ru/imports.ts';
import { journal } from './ru/journal.ts';
import { linkReasons } from './ru/link-reasons.ts';
import { matches } from './ru/matches.ts';
import { overview } from './ru/overview.ts';
import { personalData } from './ru/personal-data.ts';
import { problems } from './ru/problems.ts';
import { pupils } from './ru/pupils.ts';
import { reconciliation } from './ru/reconciliation.ts';
import { registry } from './ru/registry.ts';
import { rollover } from './ru/rollover.ts';
import { settings } from './ru/settings.ts';
import { shell } from './ru/shell.ts';
import { slips } from './ru/slips.ts';
import { states } from './ru/states.ts';
import { trusted } from './ru/trusted.ts';
import { users } from './ru/users.ts';
import { written } from './ru/written.ts';
import type { WordsLike } from './words.ts';

/** Every word of the product in Russian, by namespace. Keys and arguments of all messages are typed after it. */
export const ru = {
  app,
  applications,
  cli,
  codes,
  contacts,
  credentials,
  errors,
  exports: exportsWords,
  fields,
  findings,
  guardians,
  handover,
  history,
  imports,
  journal,
  linkReasons,
  matches,
  overview,
  personalData,
  problems,
  pupils,
  reconciliation,
  registry,
  backups,
  rollover,
  settings,
  shell,
  slips,
  states,
  trusted,
  users,
  written,
} as const;

/** The same words in English. */
export const en: WordsLike<typeof ru> = {
  app: appEn,
  applications: applicationsEn,
  cli: cliEn,
  codes: codesEn,
  contacts: contactsEn,
  credentials: credentialsEn,
  errors: errorsEn,
  exports: exportsEn,
  fields: fieldsEn,
  findings: findingsEn,
  guardians: guardiansEn,
  handover: handoverEn,
  history: historyEn,
  imports: importsEn,
  journal: journalEn,
  linkReasons: linkReasonsEn,
  matches: matchesEn,
  overview: overviewEn,
  personalData: personalDataEn,
  problems: problemsEn,
  pupils: pupilsEn,
  reconciliation: reconciliationEn,
  registry: registryEn,
  backups: backupsEn,
  rollover: rolloverEn,
  settings: settingsEn,
  shell: shellEn,
  slips: slipsEn,
  states: statesEn,
  trusted: trustedEn,
  users: usersEn,
  written: writtenEn,
};
