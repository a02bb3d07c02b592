import type { Language, Scope } from '../../../shared/contract/base.ts';
import type { HandoverRow } from '../../../shared/contract/credentials.ts';
import type { ListKind, Sheet } from '../../../shared/contract/slips.ts';
import { formatAcademicYear } from '../../../shared/domain/academic-year.ts';
import { daysAfter } from '../../../shared/domain/expiry.ts';
import { type FollowUpRow, followUpSheets } from '../../../shared/domain/follow-up-layout.ts';
import { type ClassRows, type ListJob, type ListRow, listSheets } from '../../../shared/domain/list-layout.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import { type RegisterRow, registerSheets } from '../../../shared/domain/register-layout.ts';
import { dottedDate, type PaperWords } from '../../../shared/domain/slip-texts.ts';
import type { DeskContext, OpenRegistry } from '../context.ts';
import { currentAcademicYear } from '../db/academic-years.ts';
import { appendAudit } from '../db/audit.ts';
import { codesOfPupils } from '../db/codes.ts';
import { holdersOf, pupilsOfScope, scopeSubject } from '../db/credential-holders.ts';
import { liveCredentials } from '../db/credentials.ts';
import { type ChosenDiary, chooseDiary } from '../db/diaries.ts';
import { handoverRows } from '../db/handover.ts';
import { readSettings } from '../db/settings.ts';
import { write } from '../db/transaction.ts';
import { measure } from '../paper/measure.ts';
import { drawPdf } from '../paper/pdf.ts';
import { fileNameOf, paperWords } from '../paper/words.ts';
import { refuse } from '../refuse.ts';
import { routes } from '../routes.ts';

interface ListInput {
  readonly kind: ListKind;
  readonly scope: Scope;
  readonly language?: Language | undefined;
  readonly diarySystemId?: string | undefined;
}

interface Source {
  readonly db: OpenRegistry['db'];
  readonly scope: Scope;
  readonly diary: ChosenDiary;
}

interface Drawn {
  readonly sheets: readonly Sheet[];
  readonly rows: number;
}

interface DrawnList extends Drawn {
  readonly language: Language;
  readonly job: ListJob;
}

const mostPreviewed = 20;
const soonDays = 30;

/** What each list is called in the words of paper and of file names. */
const nameOf = {
  'class-list': 'classList',
  'handover-register': 'register',
  'teacher-paper': 'teacherPaper',
  'not-received': 'notReceived',
  'never-activated': 'neverActivated',
  expiring: 'expiring',
  'no-code': 'noCode',
} as const satisfies Record<ListKind, keyof PaperWords['list'] & keyof PaperWords['file']>;

/** Rows in their order, a group for each class. */
function byClass<Row extends { readonly className: string }>(rows: readonly Row[]): readonly ClassRows<Row>[] {
  const classes = new Map<string, Row[]>();
  for (const row of rows) {
    const known = classes.get(row.className);
    if (known) known.push(row);
    else classes.set(row.className, [row]);
  }
  return [...classes].map(([className, group]) => ({ className, rows: group }));
}

async function classRows({ db, scope, diary }: Source) {
  const pupils = await holdersOf(db, scope, ['pupil'], diary.withoutClasses);
  const ids = pupils.map(({ personId }) => personId);
  const credentials = await liveCredentials(db, diary.system.id, ids);
  return pupils.map(({ personId, name, className }): ListRow & { className: string } => {
    const { login = '', state = 'none' } = credentials.get(personId) ?? {};
    return { className, name: formatFullName(name), login, state };
  });
}

function loginRows({ db, scope, diary }: Source): Promise<HandoverRow[]> {
  return handoverRows(db, diary.system.id, scope, ['pupil', 'guardian'], diary.withoutClasses);
}

function registerRow({ className, title, role, children, login }: HandoverRow): RegisterRow & { className: string } {
  return { className, name: title, role, children, login };
}

type Row = FollowUpRow & { readonly className: string };

interface FollowUp {
  readonly fact: (row: HandoverRow) => string;
  readonly belongs: (row: HandoverRow) => boolean;
  readonly factTitle: string;
}

function followUpOf(kind: Exclude<ListKind, 'class-list' | 'handover-register' | 'no-code'>, job: ListJob): FollowUp {
  const { list } = job.words;
  const state = (row: HandoverRow) => list.states[row.state];
  const date = (moment: string | null) => (moment === null ? '' : dottedDate(moment));
  switch (kind) {
    case 'teacher-paper':
      return { belongs: () => true, fact: state, factTitle: list.state };
    case 'not-received':
      return { belongs: ({ handedOverAt }) => handedOverAt === null, fact: state, factTitle: list.state };
    case 'never-activated':
      return {
        belongs: (row) => row.state === 'handed-over',
        fact: (row) => date(row.receivedOn ?? row.handedOverAt),
        factTitle: list.states['handed-over'],
      };
    case 'expiring': {
      const last = daysAfter(job.date, soonDays);
      const belongs = ({ expiresOn }: HandoverRow) => expiresOn !== null && expiresOn <= last;
      return { belongs, fact: (row) => date(row.expiresOn), factTitle: list.until };
    }
  }
}

async function withoutCode({ db, scope, diary }: Source): Promise<Row[]> {
  const pupils = await pupilsOfScope(db, scope, diary.withoutClasses);
  const ids = pupils.map(({ personId }) => personId);
  const codes = await codesOfPupils(db, diary.system.id, ids);
  const lacking = pupils.filter(({ personId }) => !codes.has(personId));
  const rest = { role: 'pupil', children: [], login: '', fact: '' } as const;
  return lacking.map(({ name, className }) => ({ name: formatFullName(name), className, ...rest }));
}

async function drawFollowUp(source: Source, kind: Exclude<ListKind, 'class-list' | 'handover-register'>, job: ListJob) {
  const title = job.words.list[nameOf[kind]];
  if (kind === 'no-code') {
    const rows = await withoutCode(source);
    const sheets = followUpSheets(byClass(rows), { ...job, title, factTitle: '', withLogin: false });
    return { sheets, rows: rows.length };
  }
  const { belongs, fact, factTitle } = followUpOf(kind, job);
  const rows = (await loginRows(source)).filter(belongs).map((row): Row => ({ ...registerRow(row), fact: fact(row) }));
  return { sheets: followUpSheets(byClass(rows), { ...job, title, factTitle, withLogin: true }), rows: rows.length };
}

async function drawKind(source: Source, kind: ListKind, job: ListJob): Promise<Drawn> {
  if (kind === 'class-list') {
    const rows = await classRows(source);
    return { sheets: listSheets(byClass(rows), job), rows: rows.length };
  }
  if (kind === 'handover-register') {
    const rows = (await loginRows(source)).map(registerRow);
    return { sheets: registerSheets(byClass(rows), job), rows: rows.length };
  }
  return drawFollowUp(source, kind, job);
}

async function drawList({ db }: OpenRegistry, now: Date, input: ListInput): Promise<DrawnList> {
  const settings = await readSettings(db);
  const language = input.language ?? settings.slipLanguage;
  const { startYear } = await currentAcademicYear(db);
  const job: ListJob = {
    schoolName: settings.schoolName,
    academicYear: formatAcademicYear(startYear),
    date: now.toISOString().slice(0, 10),
    words: paperWords(language),
    measure,
  };
  const diary = await chooseDiary(db, settings, input.scope, input.diarySystemId);
  return { ...(await drawKind({ db, scope: input.scope, diary }, input.kind, job)), language, job };
}

async function prepare({ documents, surroundings }: DeskContext, registry: OpenRegistry, input: ListInput) {
  const now = surroundings.now();
  const { sheets, rows, language, job } = await drawList(registry, now, input);
  if (rows === 0) throw refuse('nothing-to-print');
  const kind = nameOf[input.kind];
  const bytes = await drawPdf(sheets, { title: job.words.list[kind], language });
  const subject = await scopeSubject(registry.db, input.scope);
  const listed = await holdersOf(registry.db, input.scope, ['pupil', 'guardian'], []);
  const personIds = listed.map(({ personId }) => personId);
  await write(registry, (transaction) =>
    appendAudit(transaction, registry, { now, action: 'list-printed', count: rows, subject, personIds }),
  );
  const suggestedName = fileNameOf(kind, subject, job.date, job.words);
  const documentToken = documents.keep({ bytes, suggestedName, secret: false });
  return { documentToken, pages: sheets.length, suggestedName };
}

/** Printed lists for the school: logins only. */
export const listsHandlers = {
  preview: routes.lists.preview.handler(async ({ context, input }) => {
    const { sheets } = await drawList(context.registry, context.surroundings.now(), input);
    return { sheets: sheets.slice(0, mostPreviewed), pages: sheets.length };
  }),
  prepare: routes.lists.prepare.handler(({ context, input }) => prepare(context, context.registry, input)),
};
