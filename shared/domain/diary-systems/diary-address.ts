import type { DiarySystem } from './diary-system.ts';

/** The address of a diary as printed: the school's own, else the system's; '' where the school has to type its part. */
export function addressOf({ address }: Pick<DiarySystem, 'address'>, typed: string): string {
  return typed || (address.includes('{') ? '' : address);
}

/** The address as a browser needs it, for a QR code: `diary.example.ru` becomes `https://diary.example.ru`. */
export function linkOf(address: string): string {
  const bare = address.trim();
  return bare === '' || /^https?:\/\//i.test(bare) ? bare : `https://${bare}`;
}
