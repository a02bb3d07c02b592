import type { Generated } from 'kysely';
import type { ApplicationKind, ApplicationOutcome } from '../../../shared/domain/application.ts';

/** Tables of the office: applications, trusted people, the school's own slips. */
export interface OfficeSchema {
  readonly application: ApplicationTable;
  readonly applicationPupil: { applicationId: number; pupilId: number };
  readonly trustedPerson: TrustedPersonTable;
  readonly slipTemplate: SlipTemplateTable;
}

/** `blocks` is a JSON list. */
export interface SlipTemplateTable {
  id: Generated<number>;
  name: string;
  perPage: number;
  blocks: string;
}

/** `documents` is a JSON list of the documents seen. */
export interface ApplicationTable {
  id: Generated<number>;
  number: string;
  registeredOn: string;
  kind: ApplicationKind;
  applicant: 'guardian' | 'pupil';
  applicantId: number | null;
  applicantName: string;
  forWhom: 'applicant' | 'pupils' | 'both';
  documents: string;
  note: string;
  dueOn: string;
  closedOn: Generated<string | null>;
  outcome: Generated<ApplicationOutcome | null>;
  closingNote: Generated<string>;
  closedBy: Generated<number | null>;
  endedOn: Generated<string | null>;
  issueId: Generated<number | null>;
  createdAt: string;
  userId: number;
}

/** `services` is a JSON list. */
export interface TrustedPersonTable {
  id: Generated<number>;
  pupilId: number;
  surname: string;
  firstName: string;
  patronymic: string;
  phone: string;
  snils: string;
  invitedBy: number | null;
  services: string;
  note: string;
  state: 'invited' | 'accepted' | 'active' | 'withdrawn';
  invitedOn: string;
  acceptedOn: string | null;
  activeOn: string | null;
  withdrawnOn: string | null;
  createdAt: string;
  userId: number;
}
