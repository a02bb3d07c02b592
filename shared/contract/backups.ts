import { z } from 'zod';
import { momentSchema, route } from './base.ts';
import { snapshotSchema } from './registry.ts';

/** A copy as the administrator sees it: with the end of its journal, as on batch sheets (`125-1a2b3c4d`). */
export const backupSchema = snapshotSchema.extend({ anchor: z.string(), isAway: z.boolean() });
export type Backup = z.infer<typeof backupSchema>;

/** How much a registry holds; enough to see whether it is the right one. */
export const registryFactsSchema = z.strictObject({
  pupils: z.int(),
  guardians: z.int(),
  logins: z.int(),
  codes: z.int(),
  applications: z.int(),
  /** The last thing that was done in it. */
  lastAt: momentSchema.nullable(),
  lastWho: z.string(),
});
export type RegistryFacts = z.infer<typeof registryFactsSchema>;

/** The second folder (a USB stick, another disk); null when there is none. */
export const awayFolderSchema = z.strictObject({
  path: z.string(),
  /** False while the stick is out. */
  isThere: z.boolean(),
  /** The newest copy that has ever got there. */
  lastCopyAt: momentSchema.nullable(),
});

const snapshotIdSchema = z.strictObject({ snapshotId: z.string().min(1) });

export const backupsContract = {
  /** All copies, newest first, where they lie, and the second folder. */
  list: route.output(
    z.strictObject({ folder: z.string(), backups: z.array(backupSchema), away: awayFolderSchema.nullable() }),
  ),
  /** A copy now, also into the second folder; `isAway` says whether it got there. */
  take: route.output(backupSchema),
  /** What a copy holds beside the present, and how many later actions a restore would lose. */
  preview: route
    .input(snapshotIdSchema)
    .output(z.strictObject({ copy: registryFactsSchema, present: registryFactsSchema, lostActions: z.int() })),
  /** Restores the copy into a folder of its own, opens and checks it as a whole, and takes it away again. */
  drill: route.input(snapshotIdSchema).output(
    z.strictObject({
      /** Every page, every reference, the whole journal up to the end that the name tells. */
      isSound: z.boolean(),
      seconds: z.number(),
      facts: registryFactsSchema.nullable(),
    }),
  ),
  /** A folder that a person chose in the shell's dialog; null to have none. A copy is put there at once. */
  chooseAway: route
    .input(z.strictObject({ folderToken: z.string().min(1).nullable() }))
    .output(z.strictObject({ away: awayFolderSchema.nullable() })),
};
