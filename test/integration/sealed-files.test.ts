import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { ExportLayout } from '../../shared/contract/settings.ts';
import { everybody, makePaperDesk, type PaperDesk } from '../support/paper-desk.ts';
import { openSealedWorkbook, openSealedZip } from '../support/sealed-files.ts';

let made: PaperDesk;
let secrets: readonly { readonly login: string; readonly initialPassword: string | null }[];
const archivePassword = 'долгий пароль файла';

beforeEach(async () => {
  made = await makePaperDesk();
  onTestFinished(() => made.close());
  await made.client.credentials.issue(everybody);
  secrets = await made.registry.db.selectFrom('credential').select(['login', 'initialPassword']).execute();
});

async function exported(file: ExportLayout['file'], more: Partial<ExportLayout> = {}): Promise<Buffer> {
  const columns: ExportLayout['columns'] = [
    { field: 'login', title: 'Логин' },
    { field: 'password', title: 'Пароль' },
  ];
  const layout = { file, delimiter: ';', withHeader: true, columns, ...more } as const;
  const { documentToken } = await made.client.credentials.exportNew({ ...everybody, layout, archivePassword });
  return Buffer.from(made.documents.find(documentToken)?.bytes ?? new Uint8Array());
}

/** No login, password or title can be read in the file as it lies on the disk. */
function expectSealed(file: Buffer): void {
  const readable = [file.toString('latin1'), file.toString('utf8'), file.toString('utf16le')].join('\n');
  for (const { login, initialPassword } of secrets) {
    expect(readable).not.toContain(login);
    expect(readable).not.toContain(initialPassword);
  }
}

describe('the file for the diary, opened by the published descriptions of the two formats', () => {
  test('a workbook: everybody’s login and password with the right password, nothing with another', async () => {
    const file = await exported('xlsx');
    expectSealed(file);
    expect(() => openSealedWorkbook(file, 'другой пароль файла')).toThrow('wrong password');
    const parts = unzipSync(openSealedWorkbook(file, archivePassword));
    const text = Object.values(parts)
      .map((part) => strFromU8(part))
      .join('\n');
    for (const { login, initialPassword } of secrets) {
      expect(text).toContain(`>${login}<`);
      expect(text).toContain(`>${initialPassword}<`);
    }
  });

  test('an archive: the same, and a changed byte is noticed', async () => {
    const file = await exported('csv');
    expectSealed(file);
    expect(() => openSealedZip(file, 'другой пароль файла')).toThrow('wrong password');
    const { name, bytes } = openSealedZip(file, archivePassword);
    expect(name).toBe('logins.csv');
    const lines = secrets.map(({ login, initialPassword }) => `${login};${initialPassword}`);
    expect(bytes.toString('utf8').replace('\uFEFF', '').trimEnd().split('\r\n').sort()).toEqual(
      ['Логин;Пароль', ...lines].sort(),
    );
    const broken = Buffer.from(file);
    const middle = 120;
    broken.writeUInt8((broken[middle] ?? 0) ^ 1, middle);
    expect(() => openSealedZip(broken, archivePassword)).toThrow('changed');
  });
});
