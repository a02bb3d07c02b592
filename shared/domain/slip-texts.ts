import type { HolderRole } from '../contract/base.ts';
import type { paper } from '../i18n/ru/paper.ts';
import type { WordsLike } from '../i18n/words.ts';
import type { PaperFont } from './layout-text.ts';
import type { Relation } from './relation.ts';

/** The words of paper in one language. */
export type PaperWords = WordsLike<typeof paper>;

/** One child of a guardian, as a slip names it. */
export interface SlipChild {
  readonly name: string;
  readonly className: string;
  /** The portal code, where the school gives it out. */
  readonly code?: string | undefined;
}

/** What one slip says that no other says. `password` is masked for a preview. */
export interface SlipContent {
  readonly role: HolderRole;
  /** Of a guardian: what to the child. */
  readonly relation?: Relation | undefined;
  readonly name: string;
  /** The pupil's class; empty for a guardian. */
  readonly className: string;
  /** For a guardian: the children, the one whose class it is printed with first. */
  readonly children: readonly SlipChild[];
  readonly login: string;
  readonly password: string;
  /** 1 for the first paper of a person, more for what replaces a lost one. */
  readonly copyNumber: number;
  /** ISO 8601 date; null when the login is valid for the whole period of study. */
  readonly expiresOn: string | null;
  /** The pupil's portal code, where the school gives it out. */
  readonly code?: string | undefined;
  /** The login is a new one: the family has to sign in anew. */
  readonly loginChanged?: boolean;
}

/** How a family finds the portal code by itself; `whose` slips tell it. */
export interface CodeWay {
  readonly whose: readonly HolderRole[];
  readonly steps: readonly string[];
}

/** What all slips of a batch say alike. */
export interface SlipFrame {
  readonly schoolName: string;
  readonly diaryName: string;
  readonly diaryAddress: string;
  readonly steps: readonly string[];
  /** Of the steps, where the usual face lacks letters of their language. */
  readonly stepsFont?: PaperFont | undefined;
  readonly responsiblePerson: string;
  readonly responsibleRoom: string;
  readonly responsibleHours: string;
  readonly browserHint: boolean;
  /** What the diary calls the portal code; '' where there is none. */
  readonly codeName?: string;
  readonly codeWay?: CodeWay | undefined;
  /** Rows of the QR code of the address, `1` for black. */
  readonly qr?: readonly string[] | undefined;
  /** Width of the school's logo as a share of its height; without one there is no logo. */
  readonly logoAspect?: number | undefined;
  /** Number of the print batch; null before there is one. */
  readonly batch: number | null;
}

/** Fills `{name}` places of a sentence. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** `2027-08-31` as `31.08.2027`. */
export function dottedDate(date: string): string {
  return date.slice(0, 10).split('-').reverse().join('.');
}

/** «5А класс»; a group that is no class («ГКП 88А») keeps its own name. */
export function classWords(className: string, words: PaperWords): string {
  return /^\d/.test(className) ? fill(words.slip.classOf, { className }) : className;
}

/** Whom the slip is about: a pupil's class, a guardian's children with their classes. */
export function holderWords({ role, className, children }: SlipContent, words: PaperWords): string {
  if (role === 'pupil') return classWords(className, words);
  const list = children
    .map((child) => (child.className ? `${child.name} (${child.className})` : child.name))
    .join(', ');
  return fill(children.length === 1 ? words.slip.child : words.slip.children, { children: list });
}

/** Where to go with a lost slip: the person appointed by the school, or the class teacher. */
export function askWords(frame: SlipFrame, words: PaperWords): string {
  const room = roomWords(frame.responsibleRoom, words);
  const parts = [frame.responsiblePerson, room, frame.responsibleHours].filter((part) => part !== '');
  return parts.length === 0
    ? words.slip.askTeacher
    : fill(words.slip.ask, { whom: parts.join(', ').replace(/\.$/, '') });
}

/** A bare number is a room; «кабинет 214» stays as the school wrote it. */
function roomWords(room: string, words: PaperWords): string {
  return /^\d+\p{L}?$/u.test(room) ? fill(words.slip.room, { room }) : room;
}

/** Until when the login is valid, in words. */
export function validityWords({ expiresOn }: SlipContent, words: PaperWords): string {
  return expiresOn === null ? words.slip.validForStudy : fill(words.slip.validUntil, { date: dottedDate(expiresOn) });
}

/** «№ 12-3»: batch and place in it, to find a slip again; with the copy's number from the second paper on. */
export function numberWords(slip: SlipContent, position: number, batch: number | null, words: PaperWords): string {
  const { number, numberAlone, copy } = words.slip;
  const own = batch === null ? fill(numberAlone, { number: position }) : fill(number, { batch, number: position });
  return slip.copyNumber > 1 ? `${fill(copy, { number: slip.copyNumber })} · ${own}` : own;
}

/** The slip's number for a scanner (ISO/IEC 16388, Code 39), with its start and stop signs; undefined before printing. */
export function scannedNumber(position: number, batch: number | null): string | undefined {
  return batch === null ? undefined : `*${batch}-${position}*`;
}

/** Whom the slip is for, large in its corner: pupil, mother, father, guardian. */
export function roleWords({ role, relation }: SlipContent, { slip }: PaperWords): string {
  return role === 'pupil' || relation === undefined ? slip.role[role] : slip.relation[relation];
}

/** The portal codes that the slip tells, each with the child's name where there are several. */
export function codeLines({ role, code, children }: SlipContent): readonly string[] {
  if (role === 'pupil') return code === undefined ? [] : [code];
  const told = children.filter((child) => child.code !== undefined);
  return told.map((child) => (children.length === 1 ? (child.code ?? '') : `${child.code} ${child.name}`));
}
