import type { Generated } from 'kysely';

/** The tables of reconciliation; see migration 006 for what they mean. */
export interface ReconciliationSchema {
  readonly reconciliationRun: ReconciliationRunTable;
  readonly portalPerson: PortalPersonTable;
  readonly linkDecision: LinkDecisionTable;
  readonly finding: FindingTable;
}

export interface ReconciliationRunTable {
  id: Generated<number>;
  at: string;
  userId: number;
  kind: 'export' | 'refused';
  fileName: string;
  fileSha256: string;
  fileSizeBytes: number;
  asOf: string;
  counts: string;
  changeRunId: number | null;
}

export interface PortalPersonTable {
  id: Generated<number>;
  runId: number;
  rowNumber: number;
  place: number;
  kind: 'pupil' | 'guardian';
  personKey: string;
  facts: string;
  verdict: 'linked' | 'suggested' | 'none';
  personId: number | null;
  score: number;
  reasons: string;
}

export interface LinkDecisionTable {
  id: Generated<number>;
  personKey: string;
  personId: number;
  verdict: 'same' | 'other';
  at: string;
  userId: number;
}

export interface FindingTable {
  id: Generated<number>;
  runId: number;
  findingKey: string;
  code: string;
  field: string;
  personId: number | null;
  portalId: number | null;
  pupilId: number | null;
  schoolValue: string;
  portalValue: string;
  params: string;
  state: 'open' | 'taken' | 'kept' | 'asked';
  askOn: string | null;
  decidedAt: string | null;
  decidedBy: number | null;
  isNew: 0 | 1;
}
