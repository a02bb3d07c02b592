import type { ProcessingStanding } from '../../shared/domain/personal-data.ts';
import type { Meaning } from './StatusBadge.tsx';

/** What a standing asks of the person who looks. */
export const meaningOfStanding: Readonly<Record<ProcessingStanding, Meaning>> = {
  good: 'done',
  none: 'waiting',
  withdrawn: 'needs-you',
  expired: 'needs-you',
};
