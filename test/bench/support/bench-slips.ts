import { seededRandom } from '../../../shared/demo/random.ts';
import { makeSchool } from '../../../shared/demo/rosters.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import type { SlipContent } from '../../../shared/domain/slip-texts.ts';

const alphabet = '346789bcdfghjkmnpqrtvwx';

/** So many slips of a synthetic school: pupils and guardians as they come. */
export function benchSlips(count: number): readonly SlipContent[] {
  const random = seededRandom(1);
  const { pupils } = makeSchool({ seed: 1, pupils: Math.max(5, Math.ceil(count / 2)) });
  const secret = () => Array.from({ length: 10 }, () => random.pick([...alphabet])).join('');
  const common = () => ({
    login: `login${random.int(1e9)}`,
    password: secret(),
    copyNumber: 1,
    expiresOn: '2027-08-31',
  });
  const slips = pupils.flatMap((pupil): SlipContent[] => {
    const name = formatFullName(pupil);
    const { className } = pupil;
    const guardians = pupil.guardians.map((guardian) => ({
      ...common(),
      role: 'guardian' as const,
      name: formatFullName(guardian),
      className,
      children: [{ name, className }],
    }));
    return [{ ...common(), role: 'pupil', name, className, children: [] }, ...guardians];
  });
  return slips.slice(0, count);
}
