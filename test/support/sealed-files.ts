import { createCipheriv, createDecipheriv, createHash, createHmac, pbkdf2Sync } from 'node:crypto';

/**
 * The first file of a ZIP under WinZip's AES-256 (AE-1 and AE-2), by the published description alone: nothing of the
 * library that writes such files is used. Throws when the password is wrong or a byte was changed.
 */
export function openSealedZip(zip: Buffer, password: string): { name: string; bytes: Buffer } {
  const central = zip.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
  const [nameLength, extraLength] = [zip.readUInt16LE(central + 28), zip.readUInt16LE(central + 30)];
  const name = zip.toString('utf8', central + 46, central + 46 + nameLength);
  const extra = zip.subarray(central + 46 + nameLength, central + 46 + nameLength + extraLength);
  const aes = extra.indexOf(Buffer.from([0x01, 0x99, 0x07, 0x00]));
  if (zip.readUInt16LE(central + 10) !== 99 || aes < 0 || extra[aes + 8] !== 3) throw new Error('not AES-256');
  if (extra.readUInt16LE(aes + 9) !== 0) throw new Error('not stored as it is');
  const local = zip.readUInt32LE(central + 42);
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  return { name, bytes: openAesEntry(zip.subarray(start, start + zip.readUInt32LE(central + 20)), password) };
}

function openAesEntry(entry: Buffer, password: string): Buffer {
  const [salt, check] = [entry.subarray(0, 16), entry.subarray(16, 18)];
  const [sealed, code] = [entry.subarray(18, -10), entry.subarray(-10)];
  const keys = pbkdf2Sync(password, salt, 1000, 66, 'sha1');
  if (!keys.subarray(64).equals(check)) throw new Error('wrong password');
  const mac = createHmac('sha1', keys.subarray(32, 64)).update(sealed).digest().subarray(0, 10);
  if (!mac.equals(code)) throw new Error('changed');
  const counters = Buffer.alloc(Math.ceil(sealed.length / 16) * 16);
  for (let block = 0; block * 16 < counters.length; block += 1) counters.writeUInt32LE(block + 1, block * 16);
  const stream = createCipheriv('aes-256-ecb', keys.subarray(0, 32), null).update(counters);
  return Buffer.from(sealed.map((byte, at) => byte ^ (stream[at] ?? 0)));
}

/** Numbers of sectors that end a chain or are free. */
const lastSector = 0xfffffffa;

/** A stream of a compound file (MS-CFB) by its name. */
function streamOf(file: Buffer, name: string): Buffer {
  const size = 1 << file.readUInt16LE(30);
  const sector = (index: number) => file.subarray((index + 1) * size, (index + 2) * size);
  const fat = Buffer.concat(
    numbersIn(file.subarray(76, 512))
      .filter((at) => at < lastSector)
      .map(sector),
  );
  const chain = (first: number) => Buffer.concat(follow(first, fat).map(sector));
  const entries = chunks(chain(file.readUInt32LE(48)), 128);
  const nameOf = (entry: Buffer) => entry.toString('utf16le', 0, Math.max(0, entry.readUInt16LE(64) - 2));
  const found = entries.find((entry) => nameOf(entry) === name);
  const [root] = entries;
  if (!found || !root) throw new Error(`no stream ${name}`);
  const [first, length] = [found.readUInt32LE(116), found.readUInt32LE(120)];
  if (length >= file.readUInt32LE(56)) return chain(first).subarray(0, length);
  const smallSize = 1 << file.readUInt16LE(32);
  const small = chunks(chain(root.readUInt32LE(116)), smallSize);
  const smallFat = chain(file.readUInt32LE(60));
  return Buffer.concat(follow(first, smallFat).flatMap((at) => small[at] ?? [])).subarray(0, length);
}

function follow(first: number, table: Buffer): number[] {
  const found: number[] = [];
  for (let at = first; at < lastSector; at = table.readUInt32LE(at * 4)) found.push(at);
  return found;
}

const chunks = (bytes: Buffer, size: number): Buffer[] =>
  Array.from({ length: Math.floor(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size));

const numbersIn = (bytes: Buffer): number[] => chunks(bytes, 4).map((four) => four.readUInt32LE(0));

const purpose = {
  input: Buffer.from('fea7d2763b4b9e79', 'hex'),
  hash: Buffer.from('d7aa0f6d3061344e', 'hex'),
  key: Buffer.from('146e0be7abacd0d6', 'hex'),
};

/**
 * The package within a workbook under Agile encryption (MS-OFFCRYPTO 2.3.4.10), by the published description alone.
 * Throws when the password is wrong.
 */
export function openSealedWorkbook(file: Buffer, password: string): Buffer {
  const info = streamOf(file, 'EncryptionInfo').toString('utf8', 8);
  const [, forData = '', forPassword = ''] = /<keyData([^>]*)>.*<p:encryptedKey([^>]*)>/s.exec(info) ?? [];
  const given = (text: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(text)?.[1] ?? '';
  const bytes = (text: string, name: string) => Buffer.from(given(text, name), 'base64');
  const algorithm = given(forPassword, 'hashAlgorithm').toLowerCase();
  const keyLength = Number(given(forPassword, 'keyBits')) / 8;
  const salt = bytes(forPassword, 'saltValue');
  const hash = (...parts: Buffer[]) => createHash(algorithm).update(Buffer.concat(parts)).digest();
  let spun = hash(salt, Buffer.from(password, 'utf16le'));
  for (let turn = 0; turn < Number(given(forPassword, 'spinCount')); turn += 1) spun = hash(number(turn), spun);
  const opened = (name: string, what: Buffer) =>
    cbc(hash(spun, what).subarray(0, keyLength), salt.subarray(0, 16), bytes(forPassword, name));
  const input = opened('encryptedVerifierHashInput', purpose.input);
  if (!hash(input).equals(opened('encryptedVerifierHashValue', purpose.hash))) throw new Error('wrong password');
  const key = opened('encryptedKeyValue', purpose.key).subarray(0, keyLength);
  const sealed = streamOf(file, 'EncryptedPackage');
  const segments = Array.from({ length: Math.ceil((sealed.length - 8) / 4096) }, (_, at) => {
    const iv = hash(bytes(forData, 'saltValue'), number(at)).subarray(0, 16);
    return cbc(key, iv, sealed.subarray(8 + at * 4096, 8 + (at + 1) * 4096));
  });
  return Buffer.concat(segments).subarray(0, sealed.readUInt32LE(0));
}

function number(value: number): Buffer {
  const four = Buffer.alloc(4);
  four.writeUInt32LE(value);
  return four;
}

function cbc(key: Buffer, iv: Buffer, sealed: Buffer): Buffer {
  const decipher = createDecipheriv(`aes-${key.length * 8}-cbc`, key, iv).setAutoPadding(false);
  return Buffer.concat([decipher.update(sealed), decipher.final()]);
}
