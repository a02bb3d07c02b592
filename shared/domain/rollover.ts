import { classKey, formatClassName, parseClassName } from './class-name.ts';

/** A class of the year that ends, with the pupils who are in it now. */
export interface EndingClass {
  readonly id: number;
  readonly title: string;
  /** Null for a group that is not a class. */
  readonly grade: number | null;
  readonly letter: string;
  readonly teacherId: number | null;
  readonly pupilIds: readonly number[];
}

/** Where a class, or a pupil apart from the class, goes: into a class of the new year, or out of the school with a certificate. */
export interface Place {
  readonly become: 'class' | 'graduates';
  /** Title of the class in the new year; of no meaning for graduates. */
  readonly title: string;
}

/** What a person decided for a whole class. */
export interface ClassDecision extends Place {
  readonly classId: number;
  /** The class's teacher, and the users who answer for it, go along. */
  readonly teacherGoes: boolean;
}

/** What a person decided for one pupil apart from the class: a repeater, a part of a split class. */
export interface PupilDecision extends Place {
  readonly pupilId: number;
}

/** A class of the new year and who is in it. */
export interface BeginningClass {
  readonly title: string;
  readonly grade: number | null;
  readonly letter: string;
  readonly key: string;
  readonly teacherId: number | null;
  /** Classes that its pupils come from, the one that gives most first. */
  readonly fromClassIds: readonly number[];
  /** Those of them whose teacher and users go along: to the class that theirs becomes, not with a repeater. */
  readonly teacherFromClassIds: readonly number[];
  readonly pupilIds: readonly number[];
}

/** Something to look at before the year begins; `stops`: it cannot begin so. Words: `rollover.problem.<code>`. */
export interface RolloverProblem {
  readonly code: 'title-missing' | 'unusual-grade' | 'two-teachers';
  readonly stops: boolean;
  /** The class it is about, as it is called now. */
  readonly className: string;
  /** The class of the new year. */
  readonly title: string;
}

/** Who is where in the new year. Every pupil of the ending classes is in exactly one place. */
export interface RolloverPlan {
  readonly classes: readonly BeginningClass[];
  readonly graduates: readonly number[];
  /** Pupils who stay in the grade that they are in. */
  readonly repeaters: readonly number[];
  readonly problems: readonly RolloverProblem[];
}

const lastGrade = 11;
/** The teacher of the youngest stays with them: from grade 5 another one leads the class. */
const lastGradeOfPrimary = 4;

/** What happens to a class unless a person decides otherwise: one grade up under its letter; a group stays as it is. */
export function proposeFor({ id, title, grade, letter }: EndingClass): ClassDecision {
  if (grade === null) return { classId: id, become: 'class', title, teacherGoes: true };
  if (grade === lastGrade) return { classId: id, become: 'graduates', title: '', teacherGoes: false };
  const next = formatClassName({ kind: 'class', grade: grade + 1, letter });
  return { classId: id, become: 'class', title: next, teacherGoes: grade !== lastGradeOfPrimary };
}

interface Gathering {
  readonly title: string;
  readonly pupilIds: number[];
  readonly given: Map<number, number>;
}

/** Puts every pupil of the ending classes into one place of the new year; classes without a decision go as proposed. */
export function planRollover(
  ending: readonly EndingClass[],
  decisions: readonly ClassDecision[],
  exceptions: readonly PupilDecision[],
): RolloverPlan {
  const decided = new Map(decisions.map((one) => [one.classId, one]));
  const apart = new Map(exceptions.map((one) => [one.pupilId, one]));
  const gathered = new Map<string, Gathering>();
  const graduates: number[] = [];
  const repeaters: number[] = [];
  const decisionOf = (one: EndingClass) => decided.get(one.id) ?? proposeFor(one);
  for (const schoolClass of ending) {
    const ofClass = decisionOf(schoolClass);
    if (ofClass.become === 'class') gather(gathered, ofClass.title, schoolClass.id);
    for (const pupilId of schoolClass.pupilIds) {
      const place = apart.get(pupilId) ?? ofClass;
      if (place.become === 'graduates') {
        graduates.push(pupilId);
        continue;
      }
      gather(gathered, place.title, schoolClass.id).push(pupilId);
      if (staysInGrade(schoolClass, place.title)) repeaters.push(pupilId);
    }
  }
  const teachers = new Map(ending.map((one) => [one.id, decisionOf(one).teacherGoes ? one.teacherId : null]));
  const goes = new Map(
    ending.filter((one) => decisionOf(one).teacherGoes).map((one) => [one.id, classKey(decisionOf(one).title)]),
  );
  const classes = [...gathered].map(([key, one]) => beginning(key, one, teachers, goes));
  return { classes, graduates, repeaters, problems: problemsOf(ending, decisionOf, exceptions, classes, teachers) };
}

/** The pupils of a class to be, made at its first mention; notes that the ending class gives one more. */
function gather(gathered: Map<string, Gathering>, title: string, fromClassId: number) {
  const key = classKey(title);
  const known = gathered.get(key);
  const one: Gathering = known ?? { title: formatClassName(parseClassName(title)), pupilIds: [], given: new Map() };
  if (known === undefined) gathered.set(key, one);
  if (!one.given.has(fromClassId)) one.given.set(fromClassId, 0);
  return {
    push: (pupilId: number) => {
      one.pupilIds.push(pupilId);
      one.given.set(fromClassId, (one.given.get(fromClassId) ?? 0) + 1);
    },
  };
}

function staysInGrade({ grade }: EndingClass, title: string): boolean {
  const parsed = parseClassName(title);
  return grade !== null && parsed.kind === 'class' && parsed.grade === grade;
}

function beginning(
  key: string,
  { title, pupilIds, given }: Gathering,
  teachers: ReadonlyMap<number, number | null>,
  goes: ReadonlyMap<number, string>,
): BeginningClass {
  const parsed = parseClassName(title);
  const place = parsed.kind === 'class' ? parsed : { grade: null, letter: '' };
  const fromClassIds = [...given].sort(([, one], [, other]) => other - one).map(([classId]) => classId);
  const teacherFromClassIds = fromClassIds.filter((id) => goes.get(id) === key);
  const teacherId = teacherFromClassIds.map((id) => teachers.get(id) ?? null).find((id) => id !== null) ?? null;
  const { grade, letter } = place;
  return { title, key, grade, letter, teacherId, fromClassIds, teacherFromClassIds, pupilIds };
}

function problemsOf(
  ending: readonly EndingClass[],
  decisionOf: (one: EndingClass) => ClassDecision,
  exceptions: readonly PupilDecision[],
  classes: readonly BeginningClass[],
  teachers: ReadonlyMap<number, number | null>,
): RolloverProblem[] {
  const classOf = new Map(ending.flatMap((one) => one.pupilIds.map((pupilId) => [pupilId, one] as const)));
  const places = [
    ...ending.map((from) => ({ from, place: decisionOf(from), mayRepeat: from.grade === null })),
    ...exceptions.flatMap((place) => {
      const from = classOf.get(place.pupilId);
      return from === undefined ? [] : [{ from, place, mayRepeat: true }];
    }),
  ];
  const found = places.flatMap(({ from, place, mayRepeat }) => {
    const code = place.become === 'graduates' ? undefined : problemOf(from, place.title, mayRepeat);
    return code === undefined
      ? []
      : [{ code, stops: code === 'title-missing', className: from.title, title: place.title }];
  });
  const several = classes.flatMap(({ title, teacherFromClassIds }) => {
    const led = new Set(teacherFromClassIds.map((id) => teachers.get(id) ?? null).filter((id) => id !== null));
    return led.size < 2 ? [] : [{ code: 'two-teachers' as const, stops: false, className: '', title }];
  });
  const all = [...found, ...several];
  return [...new Map(all.map((one) => [`${one.code} ${one.className} ${one.title}`, one])).values()];
}

function problemOf({ grade }: EndingClass, title: string, mayRepeat: boolean): RolloverProblem['code'] | undefined {
  const parsed = parseClassName(title);
  if (parsed.kind === 'empty') return 'title-missing';
  if (grade === null) return undefined;
  const step = parsed.kind === 'class' ? parsed.grade - grade : undefined;
  return step === 1 || (mayRepeat && step === 0) ? undefined : 'unusual-grade';
}
