import type { ApplicationFilter } from '../../../shared/contract/applications.ts';
import type { ApplicationsSearch } from '../../search.ts';

/** The part of the address that chooses applications. */
export function applicationFilterOf({ show = 'open', kind, classId, query }: ApplicationsSearch): ApplicationFilter {
  return {
    show,
    ...(kind === undefined ? {} : { kind }),
    ...(classId === undefined ? {} : { classId }),
    ...(query === undefined || query.trim() === '' ? {} : { query }),
  };
}
