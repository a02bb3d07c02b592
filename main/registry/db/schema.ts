import type { Generated } from 'kysely';
import type { Receiver } from '../../../shared/contract/credentials.ts';
import type { Role } from '../../../shared/contract/registry.ts';
import type { CredentialState } from '../../../shared/domain/credential-state.ts';
import type { Relation } from '../../../shared/domain/relation.ts';
import type { OfficeSchema } from './schema-office.ts';
import type { PersonalDataSchema } from './schema-personal-data.ts';
import type { ReconciliationSchema } from './schema-reconciliation.ts';

/** Rows as Kysely sees them: snake_case columns become camelCase once, in the plugin. Booleans are 0 and 1. */
export interface Schema extends ReconciliationSchema, OfficeSchema, PersonalDataSchema {
  readonly setting: { key: string; value: string };
  readonly appUser: AppUserTable;
  readonly userClass: { userId: number; classId: number };
  readonly academicYear: { id: Generated<number>; startYear: number; startsOn: string; endsOn: string };
  readonly person: PersonTable;
  readonly nameHistory: NameHistoryTable;
  readonly schoolClass: SchoolClassTable;
  readonly enrolment: EnrolmentTable;
  readonly guardianship: GuardianshipTable;
  readonly contact: ContactTable;
  readonly externalCode: ExternalCodeTable;
  readonly issueRun: { id: Generated<number>; at: string; userId: number; undoneAt: string | null };
  readonly credential: CredentialTable;
  readonly credentialEvent: CredentialEventTable;
  readonly printBatch: PrintBatchTable;
  readonly slip: SlipTable;
  readonly diaryProfile: { id: string; profile: string };
  readonly classDiary: { classId: number; diarySystem: string; address: string };
  readonly picture: { name: string; mediaType: 'image/png' | 'image/jpeg'; bytes: Uint8Array };
  readonly importRun: ImportRunTable;
  readonly importChange: ImportChangeTable;
  readonly fieldOrigin: FieldOriginTable;
  readonly importPreset: ImportPresetTable;
  readonly columnMapping: { headerFingerprint: string; fields: string; usedAt: string };
  readonly changeRun: ChangeRunTable;
  readonly rowChange: RowChangeTable;
  readonly classNotice: ClassNoticeTable;
  readonly classNoticeSeen: { noticeId: number; userId: number };
  readonly auditEntry: AuditEntryTable;
  readonly pupilSearch: { rowid: number; line: string };
}

export interface AppUserTable {
  id: Generated<number>;
  name: string;
  role: Role;
  createdAt: string;
  disabledAt: string | null;
  removedAt: Generated<string | null>;
}

export interface PersonTable {
  id: Generated<number>;
  kind: 'pupil' | 'guardian' | 'staff';
  surname: string;
  firstName: string;
  patronymic: string;
  nameKey: string;
  sex: 'male' | 'female' | null;
  birthDate: string | null;
  status: Generated<'active' | 'to-check' | 'left'>;
  leftOn: string | null;
  leftReason: string | null;
  entryWay: 'portal' | 'diary-login' | 'esia' | null;
  mergedInto: number | null;
  createdAt: string;
  updatedAt: string;
  importId: Generated<number | null>;
  /** Row of the imported file that the person came from, counted as a person counts; null for one typed by hand. */
  importRow: Generated<number | null>;
  /** Of leavers: from when they are in the archive, and from when the record may be destroyed. */
  archiveOn: Generated<string | null>;
  purgeOn: Generated<string | null>;
}

export interface ClassNoticeTable {
  id: Generated<number>;
  classId: number;
  pupilId: number;
  kind: 'came' | 'went' | 'left' | 'returned';
  otherClassId: number | null;
  at: string;
  userId: number;
}

export interface NameHistoryTable {
  id: Generated<number>;
  personId: number;
  surname: string;
  firstName: string;
  patronymic: string;
  validTo: string;
  importId: number | null;
}

export interface SchoolClassTable {
  id: Generated<number>;
  academicYearId: number;
  grade: number | null;
  letter: string;
  title: string;
  classKey: string;
  teacherId: number | null;
}

export interface EnrolmentTable {
  id: Generated<number>;
  pupilId: number;
  classId: number;
  validFrom: string;
  validTo: string | null;
  importId: number | null;
}

export interface GuardianshipTable {
  id: Generated<number>;
  pupilId: number;
  guardianId: number;
  relation: Relation;
  isLegal: Generated<0 | 1>;
  priority: Generated<number>;
  restrictions: Generated<string>;
  hidden: Generated<0 | 1>;
}

export interface ContactTable {
  id: Generated<number>;
  personId: number;
  kind: 'phone' | 'email' | 'snils';
  source: 'school' | 'portal' | 'guardian';
  value: string;
  valueKey: string;
  label: Generated<string>;
  checked: Generated<'ok' | 'warning' | 'unchecked'>;
  validFrom: string;
  validTo: string | null;
  importId: number | null;
}

export interface ExternalCodeTable {
  id: Generated<number>;
  personId: number;
  diarySystem: string;
  kind: 'portal-code' | 'external-id' | 'account';
  value: string;
  valueKey: string;
  importId: number | null;
}

export interface CredentialTable {
  id: Generated<number>;
  personId: number;
  diarySystem: string;
  login: string;
  loginKey: string;
  state: CredentialState;
  initialPassword: string | null;
  copyNumber: Generated<number>;
  issueId: number | null;
  issuedAt: string;
  printedAt: string | null;
  handedOverAt: string | null;
  handedOverBy: number | null;
  expiresOn: string | null;
  replacedBy: number | null;
  importId: Generated<number | null>;
  loginChanged: Generated<0 | 1>;
  receivedBy: Generated<Receiver | null>;
  receiverName: Generated<string>;
  receivedOn: Generated<string | null>;
  refusedOn: Generated<string | null>;
}

export interface SlipTable {
  id: Generated<number>;
  batchId: number;
  credentialId: number;
  position: number;
  spoiledAt: Generated<string | null>;
}

export interface CredentialEventTable {
  id: Generated<number>;
  credentialId: number;
  at: string;
  userId: number;
  state: CredentialState;
  reason: Generated<string>;
}

export interface PrintBatchTable {
  id: Generated<number>;
  at: string;
  userId: number;
  perPage: number;
  language: 'ru' | 'en';
  state: 'prepared' | 'printed' | 'cancelled';
}

export interface ImportRunTable {
  id: Generated<number>;
  at: string;
  userId: number;
  fileName: string;
  fileSha256: string;
  fileSizeBytes: number;
  presetId: string | null;
  headerFingerprint: Generated<string>;
  counts: string;
  undoneAt: string | null;
  undoneBy: number | null;
  report: Generated<string>;
}

export interface FieldOriginTable {
  id: Generated<number>;
  personId: number;
  field: string;
  source: 'import' | 'hand';
  at: string;
  userId: number | null;
  importId: number | null;
}

export interface ImportPresetTable {
  id: Generated<number>;
  name: string;
  headerFingerprint: string;
  fields: string;
  reading: string;
  usedAt: string;
}

export interface ImportChangeTable {
  id: Generated<number>;
  importId: number;
  entity: string;
  entityId: number;
  before: string | null;
  after: string;
}

export interface ChangeRunTable {
  id: Generated<number>;
  action: string;
  at: string;
  userId: number;
  undoneAt: string | null;
  undoneBy: number | null;
}

/** JSON with SQL names of columns. */
export interface RowChangeTable {
  id: Generated<number>;
  runId: number;
  entity: string;
  rowKey: string;
  before: string | null;
  after: string | null;
}

export interface AuditEntryTable {
  seq: Generated<number>;
  at: string;
  userId: number | null;
  action: string;
  count: Generated<number>;
  subject: Generated<string>;
  importId: number | null;
  issueId: number | null;
  runId: Generated<number | null>;
  personIds: Generated<string | null>;
  detail: Generated<string | null>;
  mac: string;
}
