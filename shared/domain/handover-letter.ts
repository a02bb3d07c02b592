import { fill, type PaperWords } from './slip-texts.ts';

/** What a letter about a login says. There is no place for a password here. */
export interface LetterFacts {
  readonly to: string;
  readonly title: string;
  readonly login: string;
  readonly schoolName: string;
  readonly diaryName: string;
  readonly diaryAddress: string;
}

/** A letter that names the login and the address; the password is given out on paper only. */
export function handoverLetter(
  facts: LetterFacts,
  { letter }: PaperWords,
): { to: string; subject: string; body: string } {
  const { to, title, login, schoolName, diaryName, diaryAddress } = facts;
  const values = { title, login, schoolName, diaryName, diaryAddress };
  const lines = diaryAddress === '' ? letter.lines.filter((line) => !line.includes('{diaryAddress}')) : letter.lines;
  return { to, subject: fill(letter.subject, values), body: lines.map((line) => fill(line, values)).join('\n') };
}
