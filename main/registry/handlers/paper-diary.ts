import type { Language } from '../../../shared/contract/base.ts';
import type { PaperPupil } from '../../../shared/contract/paper-diary.ts';
import type { Sheet } from '../../../shared/contract/slips.ts';
import {
  diarySheet,
  mondayOf,
  type PaperDiaryJob,
  paperListSheets,
} from '../../../shared/domain/paper-diary-layout.ts';
import { endPaperDiary } from '../applications/answer.ts';
import { frameOf } from '../applications/papers.ts';
import type { DeskContext, OpenRegistry } from '../context.ts';
import { dayOf } from '../day-of.ts';
import { appendAudit } from '../db/audit.ts';
import { paperPupils } from '../db/paper-diary.ts';
import { readSettings } from '../db/settings.ts';
import { write } from '../db/transaction.ts';
import { measure } from '../paper/measure.ts';
import { drawPdf } from '../paper/pdf.ts';
import { reachOf } from '../reach.ts';
import { refuse } from '../refuse.ts';
import { routes } from '../routes.ts';

type Context = DeskContext & { readonly registry: OpenRegistry };

interface PaperWish {
  readonly classId?: number | undefined;
  readonly language?: Language | undefined;
  readonly pupilIds?: readonly number[] | undefined;
}

/** Draws a paper of the pupils within reach and keeps it. Refuses `nothing-to-print`. */
async function prepare(
  context: Context,
  wish: PaperWish,
  kind: 'diaryList' | 'diarySheets',
  draw: (pupils: readonly PaperPupil[], job: PaperDiaryJob) => readonly Sheet[],
) {
  const { registry, documents, surroundings } = context;
  const { language, words, schoolName, today } = await frameOf(context, wish.language);
  const all = await paperPupils(registry.db, { classId: wish.classId, reach: await reachOf(registry) });
  const pupils = all.filter(({ pupilId }) => wish.pupilIds === undefined || wish.pupilIds.includes(pupilId));
  if (pupils.length === 0) throw refuse('nothing-to-print');
  const sheets = draw(pupils, { schoolName, date: today, words, measure });
  const bytes = await drawPdf(sheets, { title: words.file[kind], language });
  const personIds = pupils.map(({ pupilId }) => pupilId);
  const event = { action: 'list-printed', count: pupils.length, subject: words.file[kind], personIds } as const;
  await write(registry, (trx) => appendAudit(trx, registry, { now: surroundings.now(), ...event }));
  const suggestedName = `${words.file[kind]} ${today}.pdf`;
  const documentToken = documents.keep({ bytes, suggestedName, secret: false });
  return { documentToken, pages: sheets.length, suggestedName };
}

/** Families without internet: lists and sheets for class teachers. */
export const paperDiaryHandlers = {
  list: routes.paperDiary.list.handler(async ({ context: { registry }, input }) =>
    paperPupils(registry.db, { classId: input.classId, reach: await reachOf(registry) }),
  ),

  end: routes.paperDiary.end.handler(async ({ context: { registry, surroundings, desk }, input }) => {
    const wish = { applicationId: input.applicationId, reach: await reachOf(registry) };
    const done = await endPaperDiary(registry, surroundings.now(), wish);
    desk.announce({ kind: 'changed' });
    return done;
  }),

  listPaper: routes.paperDiary.listPaper.handler(({ context, input }) =>
    prepare(context, input, 'diaryList', paperListSheets),
  ),

  sheets: routes.paperDiary.sheets.handler(async ({ context, input }) => {
    const { ownDays } = await readSettings(context.registry.db);
    const monday = mondayOf(input.weekOf ?? dayOf(context.surroundings.now()));
    return prepare(context, input, 'diarySheets', (pupils, job) =>
      pupils.map((pupil) => diarySheet(pupil, monday, ownDays, job)),
    );
  }),
};
