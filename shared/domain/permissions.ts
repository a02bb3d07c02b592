import type { RoutePath } from '../contract/index.ts';
import type { Role } from '../contract/registry.ts';

/** What a route needs of the person who asks. `open`: no sign-in needed (the lock screen itself). `count`: numbers only. */
export type Right =
  | 'open'
  | 'count'
  | 'read'
  | 'import'
  | 'issue'
  | 'reveal'
  | 'hand-over'
  | 'register'
  | 'configure'
  | 'journal';

/** The right every route needs; a route missing here does not compile. */
export const rightOfRoute: Readonly<Record<RoutePath, Right>> = {
  'registry.status': 'open',
  'registry.create': 'open',
  'registry.recoverySheet': 'configure',
  'registry.unlock': 'open',
  'registry.lock': 'open',
  'registry.recover': 'open',
  'registry.restoreSnapshot': 'open',
  'registry.events': 'open',
  'settings.get': 'count',
  'settings.save': 'configure',
  'settings.diarySystems': 'open',
  'settings.saveDiarySystem': 'configure',
  'settings.removeDiarySystem': 'configure',
  'settings.classDiaries': 'read',
  'settings.assignDiary': 'configure',
  'settings.logo': 'read',
  'settings.saveLogo': 'configure',
  'settings.examples': 'configure',
  'settings.expiry': 'read',
  'classes.list': 'count',
  'pupils.list': 'read',
  'pupils.ids': 'read',
  'pupils.card': 'read',
  'guardians.list': 'read',
  'pupils.correct': 'import',
  'imports.paste': 'import',
  'imports.preview': 'import',
  'imports.decide': 'import',
  'imports.entries': 'import',
  'imports.apply': 'import',
  'imports.failedRows': 'import',
  'imports.report': 'import',
  'imports.presets': 'import',
  'imports.savePreset': 'import',
  'imports.renamePreset': 'import',
  'imports.deletePreset': 'import',
  'imports.list': 'import',
  'imports.undo': 'import',
  'exports.prepare': 'import',
  'credentials.candidates': 'issue',
  'credentials.issue': 'issue',
  'credentials.undoIssue': 'issue',
  'credentials.reissuePreview': 'issue',
  'credentials.reissue': 'issue',
  'credentials.reveal': 'reveal',
  'credentials.mark': 'issue',
  'credentials.twins': 'issue',
  'credentials.mergeGuardians': 'import',
  'credentials.paste': 'import',
  'credentials.exportNew': 'reveal',
  'handover.list': 'hand-over',
  'handover.mark': 'hand-over',
  'handover.takeBack': 'hand-over',
  'handover.refuse': 'hand-over',
  'handover.findSlip': 'hand-over',
  'handover.emailDraft': 'hand-over',
  'codes.list': 'issue',
  'codes.coverage': 'issue',
  'codes.save': 'issue',
  'codes.remove': 'issue',
  'codes.paste': 'issue',
  'codes.supportRequest': 'issue',
  'slips.preview': 'issue',
  'slips.prepare': 'issue',
  'slips.confirmPrinted': 'issue',
  'slips.cancel': 'issue',
  'slips.batches': 'issue',
  'slips.spoil': 'issue',
  'slips.batchSheet': 'issue',
  'lists.preview': 'hand-over',
  'lists.prepare': 'hand-over',
  'journal.list': 'journal',
  'journal.undo': 'read',
  'reconciliation.columns': 'import',
  'reconciliation.run': 'import',
  'reconciliation.runs': 'issue',
  'reconciliation.overview': 'issue',
  'reconciliation.findings': 'issue',
  'reconciliation.pair': 'issue',
  'reconciliation.suggestions': 'issue',
  'reconciliation.rows': 'import',
  'reconciliation.decide': 'issue',
  'reconciliation.bulkPreview': 'issue',
  'reconciliation.bulk': 'issue',
  'reconciliation.decideLink': 'issue',
  'reconciliation.corrections': 'issue',
  'reconciliation.notesPreview': 'issue',
  'reconciliation.notes': 'issue',
  'reconciliation.letter': 'issue',
  'reconciliation.report': 'issue',
  'duplicates.list': 'import',
  'duplicates.merge': 'import',
  'duplicates.refuse': 'import',
  'applications.list': 'issue',
  'applications.one': 'issue',
  'applications.due': 'issue',
  'applications.draft': 'register',
  'applications.save': 'register',
  'applications.close': 'register',
  'applications.reopen': 'register',
  'applications.form': 'issue',
  'applications.journal': 'issue',
  'paperDiary.list': 'issue',
  'paperDiary.end': 'register',
  'paperDiary.listPaper': 'issue',
  'paperDiary.sheets': 'issue',
};

const rightsOfRole: Readonly<Record<Role, readonly Right[]>> = {
  administrator: [
    'open',
    'count',
    'read',
    'import',
    'issue',
    'reveal',
    'hand-over',
    'register',
    'configure',
    'journal',
  ],
  'diary-administrator': ['open', 'count', 'read', 'import', 'issue', 'reveal', 'hand-over', 'register', 'journal'],
  'class-teacher': ['open', 'count', 'read', 'issue', 'hand-over'],
  viewer: ['open', 'count'],
};

/** May a person of this role call this route? Without a role (nobody signed in) only `open` routes. */
export function mayCall(route: RoutePath, role: Role | undefined): boolean {
  const right = rightOfRoute[route];
  return right === 'open' || (role !== undefined && rightsOfRole[role].includes(right));
}
