import { type Migration, migrate } from '../../../main/registry/db/migrate.ts';
import { openDatabase } from '../../../main/registry/db/open.ts';
import { firstSettings, writeSettings } from '../../../main/registry/db/settings.ts';
import { write } from '../../../main/registry/db/transaction.ts';
import { leastCost, lockForRecovery, lockForUser, newFileKey } from '../../../main/registry/vault/keyring.ts';
import { writeKeyring } from '../../../main/registry/vault/keyring-file.ts';
import { recoveryCode, recoveryRandomBytes } from '../../../main/registry/vault/recovery-code.ts';
import { schoolAnswers, testSurroundings } from '../../support/desk.ts';

const people = Array.from(
  { length: 40 },
  (_, at) => `(${at + 1}, 'pupil', 'Синицын${at}', 'Пётр', '', 'синицын${at}|петр|', '2026-09-01', '2026-09-01')`,
).join(',\n');

/** A user, a year, classes and pupils with contacts and logins, as an earlier version of the program wrote them. */
const olderRows = /* sql */ `
insert into app_user (id, name, role, created_at) values (1, 'Администратор', 'administrator', '2026-09-01T00:00:00.000Z');
insert into academic_year values (1, 2026, '2026-09-01', '2027-05-31');
insert into person (id, kind, surname, first_name, patronymic, name_key, created_at, updated_at) values ${people};
insert into school_class (id, academic_year_id, grade, letter, title, class_key) values (1, 1, 5, 'А', '5А', '5А');
insert into enrolment (pupil_id, class_id, valid_from) select id, 1, '2026-09-01' from person;
insert into contact (person_id, kind, source, value, value_key, valid_from)
  select id, 'phone', 'school', '+7 900 000-00-' || id, '790000000' || id, '2026-09-01' from person;
insert into credential (person_id, diary_system, login, login_key, state, initial_password, issued_at)
  select id, 'regional', 'p' || id, 'p' || id, 'generated', 'pw' || id, '2026-09-01T00:00:00.000Z' from person;
`;

/** A registry with its keyring, brought only so far as `steps` go. */
export async function makeOlderRegistry(file: string, steps: readonly Migration[]): Promise<void> {
  const { randomBytes } = testSurroundings(5, () => new Date(0));
  const key = newFileKey(randomBytes);
  const user = { id: 1, name: 'Администратор', passphrase: schoolAnswers.passphrase, cost: leastCost };
  const code = recoveryCode(randomBytes(recoveryRandomBytes));
  await writeKeyring(file, {
    format: 1,
    users: [await lockForUser(key, user, randomBytes)],
    recovery: lockForRecovery(key, code, randomBytes),
  });
  const outcome = openDatabase(file, key, { create: true });
  if (outcome.kind !== 'opened') throw new Error(outcome.kind);
  migrate(outcome.database, steps);
  outcome.database.runScript(olderRows);
  const { schoolName, diarySystemId, diaryAddress } = schoolAnswers;
  const chosen = { schoolName, diarySystemId, diaryAddress, language: 'ru', slipLanguage: 'ru' } as const;
  await write(outcome.database, (trx) => writeSettings(trx, { ...firstSettings, ...chosen }));
  outcome.database.close();
}
