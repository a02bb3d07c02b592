import { useState } from 'react';
import type { Language } from '../../../shared/contract/base.ts';
import type { SlipSelection } from '../../../shared/contract/slips.ts';
import { useSettings } from '../../query.ts';
import { useLanguage } from '../../ui/language.tsx';
import { readRemembered, remember } from '../../ui/remembered.ts';

/** How slips are put on paper. */
export interface SlipOptions {
  readonly which: SlipSelection['which'];
  readonly perPage: 4 | 8;
  readonly language: Language;
}

const REMEMBERED = 'slips.per-page';

/** The options and how to change them. The number on a page is remembered; the language begins as the settings say. */
export function useSlipOptions(): readonly [SlipOptions, (change: Partial<SlipOptions>) => void] {
  const page = useLanguage().language;
  const school = useSettings()?.slipLanguage;
  const [changed, setChanged] = useState<Partial<SlipOptions>>({});
  const options: SlipOptions = {
    which: 'new',
    perPage: readRemembered(REMEMBERED) === '4' ? 4 : 8,
    language: school ?? page,
    ...changed,
  };
  const change = (more: Partial<SlipOptions>) => {
    if (more.perPage !== undefined) remember(REMEMBERED, String(more.perPage));
    setChanged((before) => ({ ...before, ...more }));
  };
  return [options, change];
}
