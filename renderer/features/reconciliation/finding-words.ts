import { useTranslations } from 'use-intl';

type Params = Readonly<Record<string, string | number>>;

/** What a finding is called, why it matters and what to do. */
export interface FindingWords {
  readonly title: string;
  readonly why: string;
  readonly todo: string;
}

/** The catalogue where the key comes from a run that was kept: one that has no words any more is told by its name. */
interface KeptWords {
  (key: string, params: Params): string;
  has(key: string): boolean;
}

function useKeptWords(): KeptWords {
  return useTranslations() as unknown as KeptWords;
}

/** Words of a finding's code. */
export function useFindingWords(): (code: string, params?: Params) => FindingWords {
  const t = useKeptWords();
  const say = (key: string, params: Params, fallback: string) => (t.has(key) ? t(key, params) : fallback);
  return (code, params = {}) => ({
    title: say(`findings.${code}.title`, params, code),
    why: say(`findings.${code}.why`, params, ''),
    todo: say(`findings.${code}.todo`, params, ''),
  });
}

/** Why two records are thought to be one person. */
export function useReasonWords(): (code: string, params: Params) => string {
  const t = useKeptWords();
  return (code, params) => {
    const key = `linkReasons.${code}`;
    return t.has(key) ? t(key, params) : code;
  };
}
