import { useState } from 'react';
import type { z } from 'zod';
import type { HolderRole, Language, Scope } from '../../../shared/contract/base.ts';
import { type labelSheetSchema, type SlipSelection, slipSelectionSchema } from '../../../shared/contract/slips.ts';
import type { GuardianGroup } from '../../../shared/domain/relation.ts';
import { useSettings } from '../../query.ts';
import { useLanguage } from '../../ui/language.tsx';
import { readRemembered, remember } from '../../ui/remembered.ts';

/** How slips are put on paper. */
export type SlipOptions = Omit<
  SlipSelection,
  'scope' | 'for' | 'guardians' | 'language' | 'diarySystemId' | 'labels' | 'stepsLanguage' | 'templateId'
> & {
  readonly labels?: SlipSelection['labels'] | undefined;
  readonly stepsLanguage?: SlipSelection['stepsLanguage'] | undefined;
  readonly templateId?: number | undefined;
  readonly language: Language;
};

export type LabelSheet = z.infer<typeof labelSheetSchema>;

const REMEMBERED = 'slips.options';
/** What this computer remembers: the paper, not the people. A sheet of labels begins anew with its first cell. */
const rememberedSchema = slipSelectionSchema
  .pick({ perPage: true, siblingsTogether: true, foldLine: true, withCode: true })
  .catch({ perPage: 8, siblingsTogether: false, foldLine: false, withCode: true });

/** The options and how to change them. The paper is remembered; the language begins as the settings say. */
export function useSlipOptions(): readonly [SlipOptions, (change: Partial<SlipOptions>) => void] {
  const page = useLanguage().language;
  const school = useSettings()?.slipLanguage;
  const [changed, setChanged] = useState<Partial<SlipOptions>>(() => readPaper());
  const options: SlipOptions = {
    which: 'new',
    perPage: 8,
    siblingsTogether: false,
    foldLine: false,
    withCode: true,
    language: school ?? page,
    ...changed,
  };
  const change = (more: Partial<SlipOptions>) => {
    const { perPage, siblingsTogether, foldLine, withCode } = { ...options, ...more };
    remember(REMEMBERED, JSON.stringify({ perPage, siblingsTogether, foldLine, withCode }));
    setChanged((before) => ({ ...before, ...more }));
  };
  return [options, change];
}

function readPaper(): Partial<SlipOptions> {
  try {
    return rememberedSchema.parse(JSON.parse(readRemembered(REMEMBERED) ?? 'null'));
  } catch {
    return {};
  }
}

/** The request for the slips of some people. */
export function selectionOf(
  { labels, stepsLanguage, templateId, ...rest }: SlipOptions,
  scope: Scope,
  holders: HolderRole[],
  guardians: GuardianGroup | undefined,
): SlipSelection {
  return {
    scope,
    for: holders,
    ...(guardians === undefined ? {} : { guardians }),
    ...rest,
    ...(labels === undefined ? {} : { labels }),
    ...(stepsLanguage === undefined ? {} : { stepsLanguage }),
    ...(templateId === undefined ? {} : { templateId }),
  };
}

/** Columns and rows of a sheet of labels, as its name says. */
export function gridOf(sheet: LabelSheet): { readonly columns: number; readonly rows: number } {
  const [columns = 1, rows = 1] = sheet.split('x').map(Number);
  return { columns, rows };
}
