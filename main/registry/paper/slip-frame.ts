import type { Language } from '../../../shared/contract/base.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { findDiarySystem } from '../../../shared/domain/diary-systems/index.ts';
import type { SlipFrame } from '../../../shared/domain/slip-texts.ts';

/** What all slips of a batch say: the school's settings and its diary system, in the slips' language. */
export function slipFrame(settings: Settings, language: Language, batch: number): SlipFrame {
  const system = findDiarySystem(settings.diarySystemId);
  const known = system?.address.includes('{') ? '' : system?.address;
  return {
    schoolName: settings.schoolName,
    diaryName: system?.name[language] ?? settings.diarySystemId,
    diaryAddress: settings.diaryAddress || known || '',
    steps: system?.signInSteps[language] ?? [],
    responsiblePerson: settings.responsiblePerson,
    responsibleRoom: settings.responsibleRoom,
    responsibleHours: settings.responsibleHours,
    browserHint: settings.browserHint,
    batch,
  };
}
