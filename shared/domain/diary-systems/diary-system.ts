/** A sentence or name in both languages of the slips. */
export interface Bilingual<Text> {
  readonly ru: Text;
  readonly en: Text;
}

/** Short numbered lines for a slip or a help page, in both languages. */
export type Steps = Bilingual<readonly string[]>;

/** Who gets the pupil's portal code out of the diary system, or `none` where the portal needs no code. */
export type CodeObtainer =
  | 'guardian'
  | 'pupil-or-guardian'
  | 'school'
  | 'school-looks-up'
  | 'vendor-support'
  | 'application'
  | 'none';

/** An electronic diary: how families enter it and how the pupil's portal code comes out of it. */
export interface DiarySystem {
  readonly id: string;
  readonly name: Bilingual<string>;
  /** As printed on slips; `{school}` stands for the school's own part; '' when the school must type its address. */
  readonly address: string;
  readonly whoObtainsCode: CodeObtainer;
  /** What the system itself calls the code, word for word in Russian. */
  readonly codeName: Bilingual<string> | undefined;
  readonly codeFormat: 'guid' | 'text' | undefined;
  /** True when families enter with a login and password from the school. */
  readonly issuesLogins: boolean;
  readonly signInSteps: Steps;
  /** How the code is found, for whoever `whoObtainsCode` names; empty where there is no code. */
  readonly codeSteps: Steps;
  /** True when a lost password can be replaced without the school. */
  readonly selfServiceRecovery: boolean;
}
