import type { Progress } from '../../../shared/contract/base.ts';
import type { Decision, FileNote } from '../../../shared/contract/import-plan.ts';
import { classInFileName } from '../../../shared/domain/class-in-text.ts';
import { compareClasses } from '../../../shared/domain/class-name.ts';
import { everything } from '../../../shared/domain/import-accepted.ts';
import { missingFields, needsClass } from '../../../shared/domain/import-columns.ts';
import { holdsOf } from '../../../shared/domain/import-holds.ts';
import type { ImportedPeople } from '../../../shared/domain/import-people.ts';
import { groupProblems } from '../../../shared/domain/import-problem-groups.ts';
import { readPeople } from '../../../shared/domain/import-rows.ts';
import type { Table } from '../../../shared/tables/read-table.ts';
import type { TableNote } from '../../../shared/tables/table-note.ts';
import type { DeskContext, OpenRegistry } from '../context.ts';
import { type ChosenColumns, chooseColumns, chosenPreset, readingWish } from './choose-columns.ts';
import { describeFile } from './describe-file.ts';
import { planFile, planHashOf, planWish, progressOf } from './make-plan.ts';
import { paced } from './pace.ts';
import { filesAndPasted } from './pasted-texts.ts';
import {
  type KeptPreview,
  makeRoomForPreview,
  type Planned,
  type PreviewInput,
  type PreviewSource,
} from './previews.ts';
import { type ReadFile, readFileAsTable } from './read-file.ts';

type Context = DeskContext & { readonly registry: OpenRegistry };

/** Notes shown, and the longest file that is searched for them. */
const mostNotes = 100;
const mostRowsForNotes = 3000;

/** Reads a file and plans its import; writes nothing. */
export async function* makePreview(context: Context, input: PreviewInput): AsyncGenerator<Progress, KeptPreview> {
  const { registry, surroundings } = context;
  makeRoomForPreview(registry);
  // The file's own text ends with the reading.
  const { file, source, described } = yield* readInto(context, input);
  const planned = yield* planFile(registry.db, file, planWish([], input.coverage));
  const previewId = Buffer.from(surroundings.randomBytes(12)).toString('hex');
  const preview = { previewId, ...described, ...describePlan(planned, source, []) };
  return { preview, input, decisions: [], file, planned, source, applied: false };
}

async function* readInto(context: Context, input: PreviewInput) {
  const { registry, surroundings } = context;
  yield progressOf('reading', 0, 0);
  const preset = await chosenPreset(registry, input.presetId);
  const files = filesAndPasted(context.files, registry);
  const read = await readFileAsTable(files, input.fileToken, readingWish(preset, input.reading));
  const { table } = read;
  const columns = await chooseColumns(registry, table, input, preset);
  const guessedClass = guessClass(read, columns);
  const className = input.className ?? guessedClass ?? '';
  const classLines = table.classLines && needsClass(columns.fields);
  const missing = missingFields(columns.fields, classLines || className !== '');
  const today = surroundings.now().toISOString().slice(0, 10);
  const wish = { header: table.header, fields: columns.fields, className: input.className, guessedClass, today };
  const reading = readPeople(missing.length > 0 ? [] : table.rows, wish);
  const file: ImportedPeople = yield* paced(reading, (done) => progressOf('reading', done, table.rowCount));
  const notes = table.rowCount > mostRowsForNotes ? [] : notesOf(table);
  const described = { ...describeFile(read, columns, missing), className, classLines, notes };
  return { file, source: sourceOf(read, columns, { ...input, className }), described };
}

/** Plans once more with what a person has decided about rows. */
export async function* decideRows(
  { registry }: Context,
  kept: KeptPreview,
  decisions: readonly Decision[],
): AsyncGenerator<Progress, KeptPreview> {
  const planned = yield* planFile(registry.db, kept.file, planWish(decisions, kept.input.coverage));
  const preview = { ...kept.preview, ...describePlan(planned, kept.source, decisions) };
  return { ...kept, decisions, planned, preview };
}

/** Class of a list that has no column for it: its title says it, a line between the rows, or the name of the file. */
function guessClass({ name, table }: ReadFile, { fields }: ChosenColumns): string | undefined {
  if (!needsClass(fields)) return undefined;
  return table.className || (table.classLines ? undefined : classInFileName(name));
}

function sourceOf(
  { sha256: fileSha256, sizeBytes: fileSizeBytes, table }: ReadFile,
  { fields, byHand }: ChosenColumns,
  { className, coverage }: PreviewInput,
): PreviewSource {
  const titled = table.header.some((title) => title !== '');
  const choices = JSON.stringify([table.reading, fields, className ?? '', coverage ?? '']);
  const headerFingerprint = table.fingerprint;
  return { fileSha256, fileSizeBytes, headerFingerprint, mappedByHand: titled && byHand, choices };
}

function describePlan({ plan, people }: Planned, source: PreviewSource, decisions: readonly Decision[]) {
  return {
    planHash: planHashOf(plan, source, decisions),
    contents: [...plan.contents],
    coverage: plan.coverage,
    counts: { ...plan.counts },
    guardiansNew: plan.guardiansNew,
    classesNew: [...plan.classesNew.values()].sort(compareClasses),
    warnings: plan.warnings,
    problemGroups: groupProblems(plan.rows),
    keptByHand: plan.keptByHand,
    decided: plan.decided,
    holds: holdsOf(plan, people, everything),
  };
}

function notesOf({ notes }: Table): FileNote[] {
  const found: FileNote[] = [];
  for (const note of notes) {
    if (found.length === mostNotes) break;
    found.push(noteOf(note));
  }
  return found;
}

function noteOf(note: TableNote): FileNote {
  const { kind, rowNumber } = note;
  if (note.kind === 'note-row') return { kind, rowNumber, columnNumber: 0, value: note.text };
  return { kind, rowNumber, columnNumber: note.columnNumber, value: note.value };
}
