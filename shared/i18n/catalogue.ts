import { app as appEn } from './en/app.ts';
import { cli as cliEn } from './en/cli.ts';
import { errors as errorsEn } from './en/errors.ts';
import { fields as fieldsEn } from './en/fields.ts';
import { guardians as guardiansEn } from './en/guardians.ts';
import { history as historyEn } from './en/history.ts';
import { imports as importsEn } from './en/imports.ts';
import { problems as problemsEn } from './en/problems.ts';
import { pupils as pupilsEn } from './en/pupils.ts';
import { shell as shellEn } from './en/shell.ts';
import { states as statesEn } from './en/states.ts';
import { app } from './ru/app.ts';
import { cli } from './ru/cli.ts';
import { errors } from './ru/errors.ts';
import { fields } from './ru/fields.ts';
import { guardians } from './ru/guardians.ts';
import { history } from './ru/history.ts';
import { imports } from './ru/imports.ts';
import { problems } from './ru/problems.ts';
import { pupils } from './ru/pupils.ts';
import { shell } from './ru/shell.ts';
import { states } from './ru/states.ts';
import type { WordsLike } from './words.ts';

/** Every word of the product in Russian, by namespace. Keys and arguments of all messages are typed after it. */
export const ru = {
  app,
  cli,
  errors,
  fields,
  guardians,
  history,
  imports,
  problems,
  pupils,
  shell,
  states,
} as const;

/** The same words in English. */
export const en: WordsLike<typeof ru> = {
  app: appEn,
  cli: cliEn,
  errors: errorsEn,
  fields: fieldsEn,
  guardians: guardiansEn,
  history: historyEn,
  imports: importsEn,
  problems: problemsEn,
  pupils: pupilsEn,
  shell: shellEn,
  states: statesEn,
};
