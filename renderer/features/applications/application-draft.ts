import type { ApplicationInput, ApplicationRow } from '../../../shared/contract/applications.ts';
import { parseDate } from '../../../shared/domain/birth-date.ts';
import { dottedDate } from '../../../shared/domain/slip-texts.ts';

/** A pupil chosen in the form. */
export interface ChosenPupil {
  readonly id: number;
  readonly name: string;
  readonly className: string;
}

/** Stands for somebody who is not in the registry. */
export const otherApplicant = 'other';

/** An application as it stands in the form. */
export interface ApplicationDraft {
  readonly number: string;
  /** As typed: `01.09.2026`. */
  readonly registeredOn: string;
  readonly kind: ApplicationInput['kind'];
  readonly pupils: readonly ChosenPupil[];
  /** A person's id as text, or `other`; '' while nobody is chosen. */
  readonly applicant: string;
  readonly applicantName: string;
  readonly forWhom: NonNullable<ApplicationInput['forWhom']>;
  readonly documents: ApplicationRow['documents'];
  readonly note: string;
}

/** What every part of the form is given. */
export interface FieldsProps {
  readonly draft: ApplicationDraft;
  readonly onChange: (part: Partial<ApplicationDraft>) => void;
  /** What is wrong, once saving has been tried. */
  readonly faults: ReturnType<typeof faultsOf> | undefined;
}

/** What a new application starts with. */
export function newDraft(
  given: { readonly number: string; readonly registeredOn: string },
  pupil?: ChosenPupil,
): ApplicationDraft {
  return {
    number: given.number,
    registeredOn: dottedDate(given.registeredOn),
    kind: 'access',
    pupils: pupil === undefined ? [] : [pupil],
    applicant: '',
    applicantName: '',
    forWhom: 'both',
    documents: [],
    note: '',
  };
}

/** A registered application in the form. */
export function draftOf(row: ApplicationRow): ApplicationDraft {
  const { number, kind, pupils, forWhom, documents, note, applicantId } = row;
  return {
    ...{ number, kind, pupils, forWhom, documents, note },
    registeredOn: dottedDate(row.registeredOn),
    applicant: applicantId === null ? otherApplicant : String(applicantId),
    applicantName: applicantId === null ? row.applicantName : '',
  };
}

/** What is missing or wrong; none of them when it can be saved. `today` is ISO 8601. */
export function faultsOf(draft: ApplicationDraft, today: string) {
  const date = parseDate(draft.registeredOn);
  return {
    number: draft.number.trim() === '',
    registeredOn: date === undefined || date > today,
    pupils: draft.pupils.length === 0,
    applicant: draft.applicant === '',
    applicantName: draft.applicant === otherApplicant && draft.applicantName.trim() === '',
  };
}

/** The draft as the desk takes it. */
export function inputOf(draft: ApplicationDraft, applicationId: number | undefined): ApplicationInput {
  const { number, kind, pupils, applicant, applicantName, forWhom, documents, note } = draft;
  const applicantId = applicant === otherApplicant ? null : Number(applicant);
  const isPupil = pupils.some(({ id }) => id === applicantId);
  return {
    ...(applicationId === undefined ? {} : { applicationId }),
    number: number.trim(),
    registeredOn: parseDate(draft.registeredOn) ?? draft.registeredOn,
    kind,
    applicant: isPupil ? 'pupil' : 'guardian',
    applicantId,
    applicantName: applicantId === null ? applicantName.trim() : '',
    forWhom,
    pupilIds: pupils.map(({ id }) => id),
    documents: [...documents],
    note: note.trim(),
  };
}
