import type { DiarySystem } from './diary-system.ts';
import { familyReadsCode } from './family-reads-code.ts';
import { portalsAndOthers } from './portals-and-others.ts';
import { schoolGivesCode } from './school-gives-code.ts';

/** All known diary systems; `other` is last. */
export const diarySystems: readonly DiarySystem[] = [...familyReadsCode, ...schoolGivesCode, ...portalsAndOthers];

/** The diary system with this id, or undefined when there is none. */
export function findDiarySystem(id: string): DiarySystem | undefined {
  return diarySystems.find((system) => system.id === id);
}
