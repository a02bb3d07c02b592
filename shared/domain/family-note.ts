import type { FindingField, FindingState } from '../contract/reconciliation-parts.ts';
import type { reconciliationPaper } from '../i18n/ru/reconciliation-paper.ts';
import type { WordsLike } from '../i18n/words.ts';
import { maskPair } from './finding-decisions.ts';
import { fill } from './slip-texts.ts';

/** The words of the papers of reconciliation in one language. */
export type NoteWords = WordsLike<typeof reconciliationPaper>;

/** A finding as a note needs it. */
export interface NoteFinding {
  readonly code: string;
  readonly field: FindingField;
  readonly who: string;
  readonly pupilId: number | null;
  readonly pupil: string;
  readonly className: string;
  readonly schoolValue: string;
  readonly portalValue: string;
  readonly state: FindingState;
}

/** One thing to correct: whose, what stands where (hidden in part), what to do. */
export interface NoteItem {
  readonly who: string;
  readonly what: string;
  readonly school: string;
  readonly portal: string;
  readonly todo: string;
}

/** What one family is told. */
export interface FamilyNote {
  readonly title: string;
  readonly items: readonly NoteItem[];
}

/** Notes for families, in the order of the findings; what the school itself corrects is not in them. */
export function familyNotes(findings: readonly NoteFinding[], words: NoteWords): FamilyNote[] {
  const families = new Map<string, NoteFinding[]>();
  for (const finding of findings) {
    const key = finding.pupilId === null ? finding.who : String(finding.pupilId);
    families.set(key, [...(families.get(key) ?? []), finding]);
  }
  return [...families.values()].flatMap((family) => {
    const [first] = family;
    return first === undefined
      ? []
      : [{ title: titleOf(first, words), items: family.map((one) => itemOf(one, words)) }];
  });
}

function titleOf({ pupil, who, className }: NoteFinding, words: NoteWords): string {
  if (pupil === '') return fill(words.noteOfNobody, { pupil: who });
  return fill(words.noteOf, { pupil, className });
}

/** A name is not hidden: the family must see which letter differs. */
function itemOf(finding: NoteFinding, words: NoteWords): NoteItem {
  const { field, who } = finding;
  const [ours, theirs] = maskPair(field, finding.schoolValue, finding.portalValue);
  const pair = finding.schoolValue !== '' || finding.portalValue !== '';
  return {
    who,
    what: words.field[field],
    school: pair ? ours || words.nothing : '',
    portal: pair ? theirs || words.nothing : '',
    todo: todoOf(finding, words),
  };
}

function todoOf({ code, field, state }: NoteFinding, words: NoteWords): string {
  if (code === 'only-in-school') return words.absent;
  if (code === 'name-look-alike') return words.lookAlike;
  const values = { field: words.field[field] };
  if (state === 'asked') return fill(words.ask, values);
  return field === 'person' ? words.other : fill(words.keep, values);
}

/** The note as the body of a letter. */
export function noteLetter(note: FamilyNote, schoolName: string, words: NoteWords): string {
  const items = note.items.flatMap(({ who, what, school, portal, todo }) => [
    `${who}, ${what}`,
    ...(school === '' && portal === '' ? [] : [`${words.inSchool}: ${school}. ${words.inPortal}: ${portal}.`]),
    todo,
    '',
  ]);
  return [
    words.letterHello,
    '',
    note.title,
    words.noteWhy,
    '',
    ...items,
    words.where,
    words.masked,
    '',
    schoolName,
  ].join('\n');
}
