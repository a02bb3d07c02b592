import { makeSchool, toMesCsv } from '../../shared/demo/rosters.ts';

/** The demo school's list a month later: a moved pupil, a new phone, a newcomer, and some slips of the typist. */
export function laterCsv(): Uint8Array {
  const school = makeSchool({ seed: 1000, pupils: 612 });
  const newcomers = makeSchool({ seed: 2000, pupils: 3, classes: ['5А'] }).pupils;
  const pupils = school.pupils.map((pupil, place) => {
    if (place % 41 === 7) return { ...pupil, surname: `${pupil.surname}-Ким` };
    if (place % 53 === 9) return { ...pupil, birthDate: pupil.birthDate.replace(/\d\d$/, '19') };
    if (place % 97 === 11)
      return { ...pupil, guardians: pupil.guardians.map((one) => ({ ...one, snils: '123-456-789 12' })) };
    return pupil;
  });
  return toMesCsv({ ...school, pupils: [...pupils, ...newcomers] });
}
