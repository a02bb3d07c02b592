import { archiveTraps } from './archive-traps.ts';
import { byteTraps } from './byte-traps.ts';
import { layoutTraps } from './layout-traps.ts';
import { peopleTraps } from './people-traps.ts';
import { sheetTraps } from './sheet-traps.ts';
import { structureTraps } from './structure-traps.ts';
import type { TrapFile } from './trap-file.ts';
import { valueTraps } from './value-traps.ts';

/** Every trap file, the same for the same seed. */
export async function makeCorpus(seed: number): Promise<TrapFile[]> {
  const texts = [...structureTraps(), ...byteTraps(), ...valueTraps(), ...peopleTraps(), ...layoutTraps(seed)];
  return [...texts, ...(await archiveTraps()), ...(await sheetTraps())];
}
