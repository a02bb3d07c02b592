import type { FindingField } from '../contract/reconciliation-parts.ts';
import type { LinkReasonCode } from './link-reason-code.ts';
import type { PortalContact, PortalPerson } from './portal-people.ts';

/** A person of the registry as reconciliation sees one. Contacts are the school's that are valid now. */
export interface SchoolPerson extends Omit<PortalPerson, 'rowNumber' | 'place'> {
  readonly id: number;
  /** Ids of the guardians of a pupil, of the children of a guardian. */
  readonly kin: readonly number[];
  readonly sex: 'male' | 'female' | undefined;
  readonly formerSurnames: readonly string[];
  readonly formerContacts: readonly Pick<PortalContact, 'kind' | 'value' | 'key'>[];
  readonly left: boolean;
}

/** Why a link was made, or what speaks against it; words in the catalogue. */
export interface LinkReason {
  readonly code: LinkReasonCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A person of the file and whom of the registry it is thought to be; `score` is between 0 and 1. */
export interface PersonLink {
  /** Place in the list of the file's people. */
  readonly portal: number;
  readonly personId: number;
  readonly verdict: 'linked' | 'suggested';
  readonly score: number;
  readonly reasons: readonly LinkReason[];
}

/** Something that keeps a family out, or will. */
export interface Found {
  readonly code: string;
  readonly field: FindingField;
  readonly personId: number | undefined;
  readonly portal: number | undefined;
  readonly schoolValue: string;
  readonly portalValue: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What a person has said about a pair. */
export interface SaidPair {
  readonly portal: number;
  readonly personId: number;
  readonly same: boolean;
}

export interface ReconcileWish {
  readonly school: readonly SchoolPerson[];
  readonly portal: readonly PortalPerson[];
  readonly said: readonly SaidPair[];
}

/** Two records of the registry that may be one person. */
export interface DuplicatePair {
  readonly firstId: number;
  readonly secondId: number;
  readonly score: number;
  readonly reasons: readonly LinkReason[];
}
