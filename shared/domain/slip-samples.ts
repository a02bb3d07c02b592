import type { SlipSample } from '../contract/slip-templates.ts';
import type { SlipContent } from './slip-texts.ts';

const hidden = '••••••••••';
const code = '00000000-0000-0000-0000-000000000000';
const longName = 'Константинопольская-Преображенская Елизавета Владиславовна';

/** Made-up people whose slips show what a template does with long, short and foreign names. Passwords are dots. */
export const slipSamples: Readonly<Record<SlipSample, SlipContent>> = {
  longest: {
    ...{ role: 'guardian', relation: 'trustee', name: longName, className: '' },
    children: [
      { name: longName, className: '11А', code },
      { name: 'Преображенский Константин Владиславович', className: '10Б', code },
    ],
    ...{ login: 'konstantinopolskayev', password: hidden, copyNumber: 2, expiresOn: '2027-08-31' },
  },
  shortest: {
    ...{ role: 'pupil', name: 'Ли Ян', className: '1А', children: [], code },
    ...{ login: 'liya', password: hidden, copyNumber: 1, expiresOn: null },
  },
  latin: {
    ...{ role: 'pupil', name: 'O’Connor-Featherstonehaugh Josephine', className: '11А', children: [], code },
    ...{ login: 'oconnorfeatherstonej', password: hidden, copyNumber: 1, expiresOn: '2027-08-31', loginChanged: true },
  },
};

/** The samples in the order in which they stand on a trial page. */
export const sampleNames: readonly SlipSample[] = ['longest', 'shortest', 'latin'];

/** The sample as a slip of this school: with the code only where the school gives it out. */
export function sampleSlip(sample: SlipSample, withCode: boolean): SlipContent {
  const slip = slipSamples[sample];
  if (withCode) return slip;
  const { code: _, ...rest } = slip;
  return { ...rest, children: slip.children.map(({ name, className }) => ({ name, className })) };
}
