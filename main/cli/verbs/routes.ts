import { rightOfRoute } from '../../../shared/domain/permissions.ts';
import type { Verb } from '../command.ts';

/** Every route of the contract and the right it needs; opens no registry. */
export const routes: Verb = () => {
  const all = Object.entries(rightOfRoute).map(([route, right]) => ({ route, right }));
  return { value: all, text: all.map(({ route, right }) => `${route}\t${right}`).join('\n') };
};
