import { useNavigate } from '@tanstack/react-router';
import { useMay } from '../query.ts';

/**
 * Opens the list of duplicates at a person's own pair; Back returns to where this was asked. Undefined when this user may
 * not merge.
 */
export function useOpenDuplicates(): ((personId: number, name: string) => void) | undefined {
  const navigate = useNavigate();
  const may = useMay('duplicates.list');
  if (!may) return undefined;
  return (personId, about) =>
    void navigate({ to: '/reconciliation', search: { view: 'duplicates', personId, about: about.slice(0, 200) } });
}
