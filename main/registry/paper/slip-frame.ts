import { encode } from 'uqr';
import type { HolderRole, Language } from '../../../shared/contract/base.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import type { FamilyLanguage } from '../../../shared/contract/slips.ts';
import { addressOf, linkOf } from '../../../shared/domain/diary-systems/diary-address.ts';
import type { DiarySystem } from '../../../shared/domain/diary-systems/diary-system.ts';
import { familyFace, familySteps } from '../../../shared/domain/diary-systems/family-steps.ts';
import { pictureFacts } from '../../../shared/domain/picture.ts';
import type { CodeWay, SlipFrame } from '../../../shared/domain/slip-texts.ts';

/** What a frame is made from. `logoAspect`: the logo's width as a share of its height. */
export interface FrameFacts {
  readonly settings: Settings;
  readonly system: DiarySystem;
  /** As the school typed it. */
  readonly address: string;
  readonly language: Language;
  readonly stepsLanguage?: FamilyLanguage | undefined;
  readonly logoAspect?: number | undefined;
  readonly batch: number;
}

/** The width of a logo as a share of its height; undefined without one. */
export function logoAspectOf(logo: Uint8Array | undefined): number | undefined {
  const facts = logo && pictureFacts(logo);
  return facts && facts.width / facts.height;
}

const longestQr = 120;

/** The QR code of exactly this address, rows of `0` and `1`; undefined where there is no address or a very long one. */
export function qrRows(address: string): readonly string[] | undefined {
  const link = linkOf(address);
  if (link === '' || link.length > longestQr) return undefined;
  const { data } = encode(link, { ecc: 'M', border: 0 });
  return data.map((row) => row.map((dark) => (dark ? '1' : '0')).join(''));
}

const readers: Partial<Record<DiarySystem['whoObtainsCode'], readonly HolderRole[]>> = {
  guardian: ['guardian'],
  'pupil-or-guardian': ['pupil', 'guardian'],
};

function codeWayOf({ whoObtainsCode, codeSteps }: DiarySystem, language: Language): CodeWay | undefined {
  const whose = readers[whoObtainsCode];
  return whose && { whose, steps: codeSteps[language] };
}

/** What all slips of a batch say: the school's settings and its diary system, in the slips' language. */
export function slipFrame({ settings, system, address, language, stepsLanguage, ...rest }: FrameFacts): SlipFrame {
  const diaryAddress = addressOf(system, address);
  const familiar = stepsLanguage !== undefined && system.issuesLogins;
  return {
    schoolName: settings.schoolName,
    diaryName: system.name[language],
    diaryAddress,
    steps: familiar ? familySteps[stepsLanguage] : system.signInSteps[language],
    stepsFont: familiar ? familyFace[stepsLanguage] : undefined,
    responsiblePerson: settings.responsiblePerson,
    responsibleRoom: settings.responsibleRoom,
    responsibleHours: settings.responsibleHours,
    browserHint: settings.browserHint,
    codeName: system.codeName?.[language] ?? '',
    codeWay: codeWayOf(system, language),
    qr: settings.slipQr ? qrRows(diaryAddress) : undefined,
    ...rest,
  };
}
