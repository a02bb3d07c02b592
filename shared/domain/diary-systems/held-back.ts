import type { DiarySystem } from './diary-system.ts';

/** True where a code is given out by a registered written application and the school keeps to it. */
export function codesHeldBack(
  { whoObtainsCode }: Pick<DiarySystem, 'whoObtainsCode'>,
  { codeNeedsApplication }: { readonly codeNeedsApplication: boolean },
): boolean {
  return whoObtainsCode === 'application' && codeNeedsApplication;
}

/** True where the school hands the code to the family, so that it stands on the slip; else the slip tells the way. */
export function schoolGivesCode({ whoObtainsCode }: Pick<DiarySystem, 'whoObtainsCode'>): boolean {
  return ['school', 'school-looks-up', 'vendor-support', 'application'].includes(whoObtainsCode);
}
