import { editDistance } from '../edit-distance.ts';

/** True when one typing mistake at most turns one text into the other; in a time that grows with the shorter one only. */
export function withinOneMistake(a: string, b: string): boolean {
  const most = Math.min(a.length, b.length);
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < most && a.charCodeAt(from) === b.charCodeAt(from)) from += 1;
  let behind = 0;
  while (behind < most - from && a.charCodeAt(a.length - 1 - behind) === b.charCodeAt(b.length - 1 - behind))
    behind += 1;
  const restA = a.length - from - behind;
  const restB = b.length - from - behind;
  if (restA <= 1 && restB <= 1) return true;
  return restA === 2 && restB === 2 && isSwap(a, b, from);
}

function isSwap(a: string, b: string, from: number): boolean {
  return a.charCodeAt(from) === b.charCodeAt(from + 1) && a.charCodeAt(from + 1) === b.charCodeAt(from);
}

/** True when two typing mistakes at most part two words of five letters or more. */
export function withinTwoMistakes(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 2) return false;
  if (lettersApart(a, b) > 4) return false;
  return editDistance(a, b) <= 2;
}

/** How many kinds of letters stand in one word only. */
function lettersApart(a: string, b: string): number {
  let bits = letters(a) ^ letters(b);
  let count = 0;
  for (; bits !== 0; bits &= bits - 1) count += 1;
  return count;
}

function letters(text: string): number {
  let bits = 0;
  for (let index = 0; index < text.length; index += 1) bits |= 1 << (text.charCodeAt(index) & 31);
  return bits;
}

/** True for two addresses of one mailbox whose services are written almost alike, or of mailboxes one mistake apart. */
export function nearEmails(a: string, b: string): boolean {
  const atA = a.lastIndexOf('@');
  const atB = b.lastIndexOf('@');
  if (atA <= 0 || atB <= 0) return withinOneMistake(a, b);
  const sameDomain = a.endsWith(b.slice(atB));
  if (sameDomain) return atA > 4 && withinOneMistake(a.slice(0, atA), b.slice(0, atB));
  return a.startsWith(b.slice(0, atB + 1)) && nearDomains(a.slice(atA + 1), b.slice(atB + 1));
}

function nearDomains(a: string, b: string): boolean {
  const [nameA, nameB] = [a.slice(0, a.indexOf('.')), b.slice(0, b.indexOf('.'))];
  return nameA === nameB || editDistance(a, b) <= 2;
}

/** True for two birth dates (as numbers, 20150831) that differ in one part, or in which day and month changed places. */
export function nearDates(a: number, b: number): boolean {
  const [yearA, yearB] = [Math.floor(a / 10_000), Math.floor(b / 10_000)];
  const [monthA, monthB] = [Math.floor(a / 100) % 100, Math.floor(b / 100) % 100];
  const [dayA, dayB] = [a % 100, b % 100];
  if (yearA !== yearB) return Math.abs(yearA - yearB) <= 1 && monthA === monthB && dayA === dayB;
  return monthA === monthB || dayA === dayB
    ? oneDigit(monthA + dayA * 100, monthB + dayB * 100)
    : monthA === dayB && monthB === dayA;
}

function oneDigit(a: number, b: number): boolean {
  return withinOneMistake(String(a).padStart(4, '0'), String(b).padStart(4, '0'));
}
