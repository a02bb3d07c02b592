import { join } from 'node:path';
import { app } from 'electron';

/** A file of the build, in the project folder or inside the packed app. */
export const built = (...parts: readonly string[]): string => join(app.getAppPath(), 'out', ...parts);
