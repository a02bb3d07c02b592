import type { OpenRegistry } from '../context.ts';
import type { ClassReach } from '../db/findings.ts';
import { reachOf } from '../reach.ts';

/** Classes whose findings the person who is signed in may see; undefined for all. */
export function reachedClasses(registry: OpenRegistry): Promise<ClassReach> {
  return reachOf(registry);
}
