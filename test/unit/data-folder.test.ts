import { expect, test } from 'vitest';
import { dangerOfFolder, fileSystemOf } from '../../shared/domain/data-folder.ts';

const danger = (path: string, fileSystem = '', syncRoots: readonly string[] = []) =>
  dangerOfFolder({ path, fileSystem, syncRoots });

test.each([
  ['\\\\school-server\\diary', ''],
  ['//school-server/diary', ''],
  ['\\\\?\\UNC\\school-server\\diary', ''],
  ['/mnt/school', 'nfs4'],
  ['/mnt/school', 'cifs'],
  ['/Volumes/school', 'smbfs'],
  ['/home/teacher/server', 'fuse.sshfs'],
])('a share is refused: %s %s', (path, fileSystem) => {
  expect(danger(path, fileSystem)).toBe('network');
});

test.each([
  'C:\\Users\\Анна\\OneDrive\\Дневник',
  'C:\\Users\\Анна\\OneDrive - Школа № 1\\Дневник',
  'D:\\Яндекс.Диск\\school',
  'C:\\Users\\Анна\\YandexDisk\\school',
  '/home/anna/Yandex.Disk/school',
  'G:\\Мой диск\\school',
  '/Users/anna/Library/CloudStorage/GoogleDrive-anna@example.org/My Drive',
  '/Users/anna/Library/Mobile Documents/com~apple~CloudDocs',
  'C:\\Users\\Анна\\Dropbox\\school',
  'C:\\Users\\Анна\\Облако Mail.ru\\school',
])('a folder of a sync program is refused: %s', (path) => {
  expect(danger(path)).toBe('synced');
});

test('a folder that a sync program names is refused under any name', () => {
  expect(danger('E:\\Работа\\Дневник', '', ['e:/работа'])).toBe('synced');
  expect(danger('E:\\Работа и отдых', '', ['e:/работа'])).toBeUndefined();
});

test.each([
  ['C:\\Users\\Анна\\AppData\\Roaming\\Diary Desk', 'ntfs'],
  ['/home/anna/.local/share/diary-desk', 'ext4'],
  ['/home/anna/dropbox-old-photos', 'btrfs'],
  ['\\\\?\\C:\\Users\\Анна', ''],
  ['/tmp/x', 'overlay'],
])('an ordinary folder is taken: %s', (path, fileSystem) => {
  expect(danger(path, fileSystem)).toBeUndefined();
});

test('the file system is the one of the nearest mount, with spaces in its name', () => {
  const mounts = [
    '/dev/sda1 / ext4 rw 0 0',
    'server:/home /home nfs4 rw 0 0',
    '/dev/sdb1 /home/anna/my\\040disk ext4 rw 0 0',
  ].join('\n');
  expect(fileSystemOf('/var/lib', mounts)).toBe('ext4');
  expect(fileSystemOf('/home/anna', mounts)).toBe('nfs4');
  expect(fileSystemOf('/homes', mounts)).toBe('ext4');
  expect(fileSystemOf('/home/anna/my disk/school', mounts)).toBe('ext4');
  expect(fileSystemOf('C:\\Users', '')).toBe('');
});
