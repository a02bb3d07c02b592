import type { PortalPerson } from '../../../shared/domain/portal-people.ts';
import type { Found, PersonLink, SchoolPerson } from '../../../shared/domain/reconcile-people.ts';
import type { FormerDecision, KeptFinding } from '../db/findings.ts';

/** What findings are kept with. */
export interface FindingContext {
  readonly school: readonly SchoolPerson[];
  readonly portal: readonly PortalPerson[];
  readonly links: readonly PersonLink[];
  /** Key of every person of the file, see `portalKeyOf`. */
  readonly keys: readonly string[];
  /** Id under which the first person of the file is kept; the others follow. */
  readonly portalIdAt: (place: number) => number;
  /** Decisions of the run before, by key; undefined when there was none. */
  readonly former: ReadonlyMap<string, FormerDecision> | undefined;
}

/** Findings in the form in which they are kept, with the decisions that still hold. */
export function keptFindings(found: readonly Found[], context: FindingContext): KeptFinding[] {
  const bySchoolId = new Map(context.school.map((person) => [person.id, person]));
  const personAt = new Map(context.links.map(({ portal, personId }) => [portal, personId]));
  const times = new Map<string, number>();
  return found.map((one) => {
    const base = keyOf(one, context.keys);
    const time = (times.get(base) ?? 0) + 1;
    times.set(base, time);
    const findingKey = time === 1 ? base : `${base} #${time}`;
    return {
      findingKey,
      code: one.code,
      field: one.field,
      personId: one.personId ?? null,
      portalId: one.portal === undefined ? null : context.portalIdAt(one.portal),
      pupilId: pupilOf(one, bySchoolId, personAt, context.portal) ?? null,
      schoolValue: one.schoolValue,
      portalValue: one.portalValue,
      params: JSON.stringify(one.params),
      ...carried(one, findingKey, context.former),
    };
  });
}

function keyOf({ code, field, personId, portal }: Found, keys: readonly string[]): string {
  const about = personId === undefined ? `portal ${keys[portal ?? -1] ?? ''}` : `person ${personId}`;
  return `${code} ${field} ${about}`;
}

/** The pupil in whose class a finding stands: the person, the first child, or the child of the same row. */
function pupilOf(
  { personId, portal }: Found,
  school: ReadonlyMap<number, SchoolPerson>,
  personAt: ReadonlyMap<number, number>,
  people: readonly PortalPerson[],
): number | undefined {
  const person = school.get(personId ?? 0);
  if (person !== undefined) return person.kind === 'pupil' ? person.id : childOf(person, school);
  const kin = people[portal ?? -1]?.kin.map((place) => school.get(personAt.get(place) ?? 0)) ?? [];
  const pupil = kin.find((one) => one?.kind === 'pupil');
  const guardian = kin.find((one) => one?.kind === 'guardian');
  return pupil?.id ?? (guardian === undefined ? undefined : childOf(guardian, school));
}

function childOf({ kin }: SchoolPerson, school: ReadonlyMap<number, SchoolPerson>): number | undefined {
  return kin.find((id) => school.get(id)?.className !== '') ?? kin[0];
}

/** "Keep the school's" and "ask the family" hold as long as both values stay what they were. */
function carried({ schoolValue, portalValue }: Found, key: string, former: FindingContext['former']) {
  const before = former?.get(key);
  const isNew = former !== undefined && before === undefined ? (1 as const) : (0 as const);
  const holds = before?.schoolValue === schoolValue && before.portalValue === portalValue;
  if (before === undefined || !holds || before.state === 'taken') return { state: 'open' as const, askOn: null, isNew };
  return { state: before.state, askOn: before.askOn, isNew };
}
