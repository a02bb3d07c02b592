import type { z } from 'zod';
import type { codeObtainerSchema, DiarySystemRow, ownDiarySystemSchema } from '../../../shared/contract/settings.ts';

/** An own profile as it is typed: steps are lines of one text. */
export interface ProfileDraft {
  readonly nameRu: string;
  readonly nameEn: string;
  readonly address: string;
  readonly whoObtainsCode: z.infer<typeof codeObtainerSchema>;
  readonly codeRu: string;
  readonly codeEn: string;
  readonly codeIsGuid: boolean;
  readonly issuesLogins: boolean;
  readonly selfServiceRecovery: boolean;
  readonly signInRu: string;
  readonly signInEn: string;
  readonly codeStepsRu: string;
  readonly codeStepsEn: string;
}

export const emptyProfile: ProfileDraft = {
  nameRu: '',
  nameEn: '',
  address: '',
  whoObtainsCode: 'none',
  codeRu: '',
  codeEn: '',
  codeIsGuid: false,
  issuesLogins: true,
  selfServiceRecovery: false,
  signInRu: '',
  signInEn: '',
  codeStepsRu: '',
  codeStepsEn: '',
};

const MOST_STEPS = 6;

/** The draft of a profile that exists. */
export function readDraft(system: DiarySystemRow): ProfileDraft {
  return {
    nameRu: system.name.ru,
    nameEn: system.name.en,
    address: system.address,
    whoObtainsCode: system.whoObtainsCode,
    codeRu: system.codeName?.ru ?? '',
    codeEn: system.codeName?.en ?? '',
    codeIsGuid: system.codeFormat === 'guid',
    issuesLogins: system.issuesLogins,
    selfServiceRecovery: system.selfServiceRecovery,
    signInRu: system.signInSteps.ru.join('\n'),
    signInEn: system.signInSteps.en.join('\n'),
    codeStepsRu: system.codeSteps.ru.join('\n'),
    codeStepsEn: system.codeSteps.en.join('\n'),
  };
}

/** The profile of a draft. An empty English text takes the Russian one, so that no slip stays blank. */
export function profileOf(draft: ProfileDraft, id: string | undefined): z.input<typeof ownDiarySystemSchema> {
  const both = (ru: string, en: string) => ({ ru: ru.trim(), en: en.trim() || ru.trim() });
  const steps = (ru: string, en: string) => {
    const own = linesOf(ru);
    const english = linesOf(en);
    return { ru: own, en: english.length === 0 ? own : english };
  };
  const hasCode = draft.whoObtainsCode !== 'none';
  return {
    ...(id === undefined ? {} : { id }),
    name: both(draft.nameRu, draft.nameEn),
    address: draft.address.trim(),
    whoObtainsCode: draft.whoObtainsCode,
    codeName: hasCode ? both(draft.codeRu, draft.codeEn) : null,
    codeFormat: hasCode ? (draft.codeIsGuid ? 'guid' : 'text') : null,
    issuesLogins: draft.issuesLogins,
    selfServiceRecovery: draft.selfServiceRecovery,
    signInSteps: steps(draft.signInRu, draft.signInEn),
    codeSteps: hasCode ? steps(draft.codeStepsRu, draft.codeStepsEn) : { ru: [], en: [] },
  };
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, MOST_STEPS);
}
