import { formatFullName, type PersonName } from './person-name.ts';
import { fill, type PaperWords } from './slip-texts.ts';

/** A pupil whose code is asked for, with the guardians. */
export interface RequestedPupil {
  readonly name: PersonName;
  readonly className: string;
  readonly guardians: readonly PersonName[];
}

/** A letter to the vendor's support that asks for codes: names of pupils and guardians, and the class, as it wants them. */
export function supportRequest(
  pupils: readonly RequestedPupil[],
  facts: { readonly schoolName: string; readonly diaryName: string; readonly responsible: string },
  { request }: PaperWords,
): { readonly subject: string; readonly text: string } {
  const lines = pupils.map(({ name, className, guardians }, index) => {
    const kin = guardians.length === 0 ? request.noGuardians : guardians.map(formatFullName).join(', ');
    return `${index + 1}. ${fill(request.line, { name: formatFullName(name), className, guardians: kin })}`;
  });
  const start = request.start.map((line) => fill(line, facts));
  const end = facts.responsible === '' ? [] : ['', facts.responsible];
  return { subject: fill(request.subject, facts), text: [...start, '', ...lines, ...end].join('\n') };
}
