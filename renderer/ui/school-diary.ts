import { useQuery } from '@tanstack/react-query';
import type { DiarySystemRow } from '../../shared/contract/settings.ts';
import { deskQuery } from '../api.ts';
import { useSettings } from '../query.ts';

/** The diary system that the school has chosen, once it has been read. */
export function useSchoolDiary(): DiarySystemRow | undefined {
  const chosen = useSettings()?.diarySystemId;
  const systems = useQuery(deskQuery.settings.diarySystems.queryOptions({ staleTime: 60_000 })).data;
  return systems?.find((system) => system.id === chosen);
}
