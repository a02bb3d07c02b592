import type { Coverage, SchoolClass } from '../../../shared/contract/classes.ts';

const nobody: Coverage = { persons: 0, none: 0, generated: 0, printed: 0, handedOver: 0 };

/** The whole school's coverage: the sum over classes. A guardian with children in two classes counts in both. */
export function totalCoverage(classes: readonly SchoolClass[], role: 'pupils' | 'guardians'): Coverage {
  return classes.reduce((sum, one) => added(sum, one[role]), nobody);
}

function added(sum: Coverage, more: Coverage): Coverage {
  return {
    persons: sum.persons + more.persons,
    none: sum.none + more.none,
    generated: sum.generated + more.generated,
    printed: sum.printed + more.printed,
    handedOver: sum.handedOver + more.handedOver,
  };
}
