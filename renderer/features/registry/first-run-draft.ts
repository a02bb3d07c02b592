/** What the first two steps gather. */
export interface FirstRunDraft {
  readonly schoolName: string;
  readonly userName: string;
  readonly diarySystemId: string;
  readonly diaryAddress: string;
}
