/** A school's people and classes, as they go into a package for another system. Identifiers are unique in the whole. */
export interface ExportRoster {
  readonly school: { readonly id: string; readonly name: string };
  /** The academic year by the calendar year it starts in. */
  readonly startYear: number;
  readonly classes: readonly ExportClass[];
  readonly pupils: readonly ExportPupil[];
  readonly guardians: readonly ExportPerson[];
  readonly staff: readonly ExportPerson[];
  readonly enrolments: readonly ExportEnrolment[];
  readonly guardianships: readonly ExportGuardianship[];
}

export interface ExportClass {
  readonly id: string;
  /** As the school writes it: «5А». */
  readonly title: string;
  readonly grade: number;
}

/** Missing values are ''. Phones are E.164. */
export interface ExportPerson {
  readonly id: string;
  readonly surname: string;
  readonly firstName: string;
  readonly patronymic: string;
  readonly login: string;
  readonly email: string;
  readonly phone: string;
}

export interface ExportPupil extends ExportPerson {
  readonly grade: number;
  /** ISO 8601, '' when unknown. */
  readonly birthDate: string;
  readonly sex: 'male' | 'female' | '';
}

/** A pupil of a class, or its teacher when the person is one of the staff. */
export interface ExportEnrolment {
  readonly classId: string;
  readonly personId: string;
}

export interface ExportGuardianship {
  readonly pupilId: string;
  readonly guardianId: string;
  /** A parent, as against a guardian of another kind. */
  readonly isParent: boolean;
}

/** File name -> content, ready to be zipped or laid into a folder. */
export type ExportFiles = ReadonlyMap<string, Uint8Array>;
