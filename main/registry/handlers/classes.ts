import { currentAcademicYear } from '../db/academic-years.ts';
import { listClasses } from '../db/classes.ts';
import { readSettings } from '../db/settings.ts';
import { reachOf } from '../reach.ts';
import { routes } from '../routes.ts';

export const classesHandlers = {
  list: routes.classes.list.handler(async ({ context: { registry } }) => {
    const { id, startYear } = await currentAcademicYear(registry.db);
    const { diarySystemId } = await readSettings(registry.db);
    return { academicYear: startYear, ...(await listClasses(registry.db, id, diarySystemId, await reachOf(registry))) };
  }),
};
