import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DeskClient, RoutePath } from '../../shared/contract/index.ts';
import { type Role, roleSchema } from '../../shared/contract/registry.ts';
import { rightOfRoute } from '../../shared/domain/permissions.ts';
import { type RowRule, rowRuleOfRoute } from '../../shared/domain/rows-of-routes.ts';
import { type Answer, allRoutes, ask, foreignSurname, makeRightsDesk, type Rows } from '../support/rights-desk.ts';

/** What each role may do, written out a second time so that a slip of the pen in either place shows. */
const expected: Readonly<Record<Role, readonly string[]>> = {
  administrator: [
    'own',
    'count',
    'read',
    'import',
    'issue',
    'reveal',
    'hand-over',
    'register',
    'configure',
    'back-up',
    'journal',
  ],
  'diary-administrator': ['own', 'count', 'read', 'import', 'issue', 'reveal', 'hand-over', 'register', 'journal'],
  'class-teacher': ['own', 'count', 'read', 'issue', 'hand-over'],
  viewer: ['own', 'count'],
};

let made: Awaited<ReturnType<typeof makeRightsDesk>>;
const clients = new Map<Role, DeskClient>();

beforeAll(async () => {
  made = await makeRightsDesk();
  for (const role of roleSchema.options) clients.set(role, await made.as(role));
});
afterAll(() => made.close());

const as = (role: Role) => clients.get(role) as DeskClient;
const closedRoutes = allRoutes.filter((route) => rightOfRoute[route] !== 'open');
/** Answered with nothing or with an input that is no input: the right is asked for before either. */
const senseless = { nothing: 'of the kind' };

describe.each(roleSchema.options)('%s', (role) => {
  test.each(closedRoutes)('%s', async (route) => {
    const answer = await ask(as(role), route, senseless);
    const forbidden = answer.kind === 'refusal' && answer.why === 'FORBIDDEN';
    const lacksRule = role === 'class-teacher' && rowRuleOfRoute[route] === undefined;
    expect(forbidden).toBe(lacksRule || !expected[role].includes(rightOfRoute[route]));
  });
});

const teachersRoutes = closedRoutes.filter((route) => expected['class-teacher'].includes(rightOfRoute[route]));

test('every route that a class teacher may call has a rule for its rows and an input to try it with', () => {
  expect(teachersRoutes.filter((route) => rowRuleOfRoute[route] === undefined)).toEqual([]);
  const tried = new Set(Object.keys(inputs));
  expect(teachersRoutes.filter((route) => rowRuleOfRoute[route] !== 'no-people' && !tried.has(route))).toEqual([]);
});

type Input = (rows: Rows) => unknown;
const scope = ({ classId }: Rows) => ({ kind: 'class', classId });
const run = () => ({ runId: 1 });
const some = {
  issue: (rows: Rows) => ({ scope: scope(rows), for: ['pupil'] }),
  credentials: ({ credentialId }: Rows) => ({ credentialIds: [credentialId] }),
  batch: ({ batchId }: Rows) => ({ batchId }),
  selection: (rows: Rows) => ({ selection: { scope: scope(rows), perPage: 4 } }),
  list: (rows: Rows) => ({ kind: 'class-list', scope: scope(rows) }),
};
const rule = { rule: 'not-in-portal' };

/** Of every route of a class teacher with people in it: an input that names rows, to be filled with own and foreign ones. */
const inputs: Readonly<Partial<Record<RoutePath, Input | undefined>>> = {
  'classes.list': undefined,
  'overview.today': undefined,
  'overview.notices': undefined,
  'overview.seen': () => ({ noticeIds: [1] }),
  'pupils.list': () => ({ filter: {} }),
  'pupils.find': () => ({ query: foreignSurname }),
  'pupils.ids': () => ({ filter: {} }),
  'pupils.card': ({ pupilId }) => ({ pupilId }),
  'guardians.list': () => ({}),
  'credentials.candidates': some.issue,
  'credentials.issue': some.issue,
  'credentials.undoIssue': ({ issueId }) => ({ issueId }),
  'credentials.reissuePreview': (rows) => ({ target: { kind: 'credentials', credentialIds: [rows.credentialId] } }),
  'credentials.reissue': (rows) => ({ target: { kind: 'scope', scope: scope(rows), for: ['pupil'] }, reason: 'lost' }),
  'credentials.mark': ({ credentialId }) => ({ credentialIds: [credentialId], state: 'activated' }),
  'credentials.twins': undefined,
  'handover.list': (rows) => ({ scope: scope(rows) }),
  'handover.mark': some.credentials,
  'handover.takeBack': some.credentials,
  'handover.refuse': ({ credentialId }) => ({ credentialIds: [credentialId], refused: true }),
  'handover.findSlip': ({ batchId }) => ({ batchId, position: 1 }),
  'handover.emailDraft': ({ credentialId }) => ({ credentialId }),
  'codes.list': (rows) => ({ scope: scope(rows) }),
  'codes.coverage': () => ({}),
  'codes.save': ({ pupilId }) => ({ pupilId, value: 'bbbbbbbb' }),
  'codes.remove': ({ codeId }) => ({ codeId }),
  'codes.paste': (rows) => ({ scope: scope(rows), text: 'Яковлева Анна Петровна\tbbbbbbbb', apply: false }),
  'codes.supportRequest': (rows) => ({ scope: scope(rows) }),
  'slips.preview': some.selection,
  'slips.prepare': some.selection,
  'slips.confirmPrinted': some.batch,
  'slips.cancel': some.batch,
  'slips.batches': undefined,
  'slips.spoil': ({ batchId }) => ({ batchId, positions: [1] }),
  'slips.batchSheet': some.batch,
  'lists.preview': some.list,
  'lists.prepare': some.list,
  'journal.undo': run,
  'reconciliation.overview': () => ({}),
  'reconciliation.findings': run,
  'reconciliation.pair': () => ({ findingId: 1 }),
  'reconciliation.suggestions': run,
  'reconciliation.decide': () => ({ findingIds: [1], decision: 'done' }),
  'reconciliation.bulkPreview': () => ({ runId: 1, ...rule }),
  'reconciliation.bulk': () => ({ runId: 1, ...rule, expected: 0 }),
  'reconciliation.decideLink': ({ pupilId }) => ({ portalId: 1, personId: pupilId, same: true }),
  'reconciliation.corrections': run,
  'reconciliation.notesPreview': run,
  'reconciliation.notes': run,
  'reconciliation.letter': () => ({ findingId: 1 }),
  'reconciliation.report': () => ({ runId: 1, format: 'pdf' }),
  'applications.list': () => ({}),
  'applications.one': () => ({ applicationId: 1 }),
  'applications.due': undefined,
  'applications.form': () => ({ kind: 'access' }),
  'applications.journal': () => ({ format: 'xlsx' }),
  'paperDiary.list': () => ({}),
  'paperDiary.listPaper': () => ({}),
  'paperDiary.sheets': () => ({}),
  'trusted.list': ({ pupilId }) => ({ pupilId }),
  'trusted.instruction': ({ pupilId }) => ({ pupilId }),
  'contacts.entry': ({ classId }) => ({ classId }),
  'contacts.save': ({ pupilId }) => ({ personId: pupilId, phone: '' }),
  'contacts.gaps': () => ({}),
  'contacts.gapCounts': undefined,
  'contacts.sheets': ({ classId }) => ({ classId }),
};

const tried = Object.entries(inputs) as [RoutePath, Input | undefined][];
const withRule = (rule: RowRule) => tried.filter(([route]) => rowRuleOfRoute[route] === rule);
const notFound: Answer = { kind: 'refusal', why: 'not-found' };
const none: Rows = { classId: 999, pupilId: 999, credentialId: 999, codeId: 999, batchId: 999, issueId: 999 };

describe('a class teacher', () => {
  test.each(withRule('input').filter(([route]) => route !== 'applications.form'))(
    'is refused others’ rows by %s like rows that do not exist',
    async (route, input) => {
      expect(await ask(as('class-teacher'), route, input?.(made.foreign))).toEqual(notFound);
      expect(await ask(as('class-teacher'), route, input?.(none))).toEqual(notFound);
    },
  );

  test.each(tried)('reaches own rows by %s and sees nobody else', async (route, input) => {
    const answer = await ask(as('class-teacher'), route, input?.(made.own));
    if (answer.kind === 'answer') expect(answer.text).not.toContain(foreignSurname);
    else expect(answer.why).not.toBe('FORBIDDEN');
    if (rowRuleOfRoute[route] === 'input' && route !== 'reconciliation.decideLink') {
      expect(answer).not.toEqual(notFound);
    }
  });

  test.each(withRule('input').filter(([, input]) => JSON.stringify(input?.(none)).includes('"scope"')))(
    'asks %s for the whole school and gets the own classes',
    async (route, input) => {
      const whole = JSON.stringify(input?.(made.own)).replace(/\{"kind":"class","classId":\d+\}/, '{"kind":"school"}');
      const answer = await ask(as('class-teacher'), route, JSON.parse(whole));
      if (answer.kind === 'answer') expect(answer.text).not.toContain(foreignSurname);
      else expect(answer.why).not.toMatch(/FORBIDDEN|not-found|BAD_REQUEST/);
    },
  );

  test('cannot mix one foreign pupil into own ones', async () => {
    const pupilIds = [made.own.pupilId, made.foreign.pupilId];
    expect(await ask(as('class-teacher'), 'handover.list', { scope: { kind: 'pupils', pupilIds } })).toEqual(notFound);
  });

  test('lists only own print batches and counts only own classes', async () => {
    const told = async (route: RoutePath, input?: unknown) => {
      const answer = await ask(as('class-teacher'), route, input);
      return answer.kind === 'answer' ? JSON.parse(answer.text) : answer;
    };
    const batches: { batchId: number }[] = await told('slips.batches');
    const ids = batches.map(({ batchId }) => batchId);
    expect(ids).toContain(made.own.batchId);
    expect(ids).not.toContain(made.foreign.batchId);
    const classes = (rows: { classId: number }[]) => rows.map(({ classId }) => classId);
    expect(classes(await told('contacts.gapCounts'))).toEqual([made.own.classId]);
    expect(classes(await told('codes.coverage', {}))).toEqual([made.own.classId]);
    const { classes: shown }: { classes: { id: number }[] } = await told('classes.list');
    expect(shown.map(({ id }) => id)).toEqual([made.own.classId]);
  });

  test('is one of few whose slips are found by number', async () => {
    const slip = (rows: Rows) => ask(as('class-teacher'), 'handover.findSlip', { batchId: rows.batchId, position: 1 });
    expect(await slip(made.foreign)).toEqual({ kind: 'answer', text: 'null' });
  });
});

test('an administrator does see the others: the checks above can fail', async () => {
  for (const route of ['pupils.list', 'guardians.list'] as const) {
    expect(await ask(as('administrator'), route, { filter: {} })).toMatchObject({
      text: expect.stringContaining(foreignSurname),
    });
  }
});

test('a viewer gets numbers without names', async () => {
  const answer = await ask(as('viewer'), 'classes.list');
  expect(answer).toMatchObject({ kind: 'answer' });
  expect(JSON.stringify(answer)).not.toMatch(/Яковлева|Чужакова/);
});

test('refusals are noted in the log', async () => {
  const { entries } = await made.client.journal.list({ page: { offset: 0, limit: 500 } });
  const refused = entries.filter(({ action }) => action === 'access-refused');
  expect(refused.some(({ subject, who }) => subject === 'pupils.card' && who === 'class-teacher')).toBe(true);
});
