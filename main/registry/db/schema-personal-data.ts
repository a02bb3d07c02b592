import type { Generated } from 'kysely';
import type { DestructionReason, ProcessingBasis } from '../../../shared/domain/personal-data.ts';

/** Tables of what the law asks about people's data. */
export interface PersonalDataSchema {
  readonly processingRecord: ProcessingRecordTable;
  readonly destructionAct: DestructionActTable;
}

/** Days are ISO 8601. */
export interface ProcessingRecordTable {
  personId: number;
  purpose: string;
  basis: ProcessingBasis;
  document: string;
  documentOn: string | null;
  withdrawnOn: string | null;
  keepUntil: string | null;
  at: string;
  userId: number;
}

/** `categories` is a JSON list. The number of an act is its id. */
export interface DestructionActTable {
  id: Generated<number>;
  at: string;
  userId: number;
  reason: DestructionReason;
  people: number;
  categories: string;
}
