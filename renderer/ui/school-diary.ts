import { useQuery } from '@tanstack/react-query';
import type { DiarySystemRow } from '../../shared/contract/settings.ts';
import { deskQuery } from '../api.ts';
import { useSettings } from '../query.ts';
import { useLanguage } from './language.tsx';

/** The diary of a class that uses another one than the school; undefined for all other classes. */
export function useOwnDiaryOf(classId: number | undefined): DiarySystemRow | undefined {
  const own = useQuery(deskQuery.settings.classDiaries.queryOptions({ staleTime: 60_000 })).data;
  const systems = useQuery(deskQuery.settings.diarySystems.queryOptions({ staleTime: 60_000 })).data;
  const chosen = own?.find((one) => one.classId === classId)?.diarySystemId;
  return systems?.find((system) => system.id === chosen);
}

/** The diary system that the school has chosen, once it has been read. */
export function useSchoolDiary(): DiarySystemRow | undefined {
  const chosen = useSettings()?.diarySystemId;
  const systems = useQuery(deskQuery.settings.diarySystems.queryOptions({ staleTime: 60_000 })).data;
  return systems?.find((system) => system.id === chosen);
}

/** Names of diary systems by id; the id itself until they have been read. */
export function useDiaryName(): (id: string) => string {
  const { language } = useLanguage();
  const systems = useQuery(deskQuery.settings.diarySystems.queryOptions({ staleTime: 60_000 })).data;
  return (id) => systems?.find((system) => system.id === id)?.name[language] ?? id;
}
