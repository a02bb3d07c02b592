import { languageSchema } from '../../../shared/contract/base.ts';
import type { SlipTemplate } from '../../../shared/contract/slip-templates.ts';
import { cellsOf } from '../../../shared/domain/slip-formats.ts';
import { slipSheets } from '../../../shared/domain/slip-layout.ts';
import { sampleNames, sampleSlip } from '../../../shared/domain/slip-samples.ts';
import { type TemplateTrial, templateProblems } from '../../../shared/domain/slip-template-checks.ts';
import type { OpenRegistry } from '../context.ts';
import { appendAudit } from '../db/audit.ts';
import { listTemplates, putTemplate, removeTemplate } from '../db/slip-templates.ts';
import { write } from '../db/transaction.ts';
import { templateTrial } from '../paper/template-trial.ts';
import { refuse } from '../refuse.ts';
import { routes } from '../routes.ts';

/** A page of sample people, and more pages where one holds fewer than all of them. */
function sampleSheets({ perPage, blocks }: SlipTemplate, { frame, words, measure, givesCode }: TemplateTrial) {
  const count = Math.max(cellsOf(perPage), sampleNames.length);
  const places = Array.from({ length: count }, (_, place) => sampleNames[place % sampleNames.length] ?? 'longest');
  const slips = places.map((sample) => sampleSlip(sample, givesCode));
  return [...slipSheets(slips, { perPage, blocks, frame, words, measure })];
}

/** In every language that slips are printed in, as a template is used for all of them. */
async function check(registry: OpenRegistry, template: SlipTemplate) {
  const trials = await Promise.all(languageSchema.options.map((language) => templateTrial(registry.db, language)));
  return trials.map((trial) => templateProblems(template, trial)).find((problems) => problems.length > 0) ?? [];
}

async function save(registry: OpenRegistry, now: Date, template: SlipTemplate, templateId: number | undefined) {
  if ((await check(registry, template)).length > 0) throw refuse('template-unusable');
  return write(registry, async (transaction) => {
    const saved = await putTemplate(transaction, template, templateId);
    await appendAudit(transaction, registry, { now, action: 'slip-template-changed', subject: template.name });
    return saved;
  });
}

async function remove(registry: OpenRegistry, now: Date, templateId: number): Promise<void> {
  await write(registry, async (transaction) => {
    const { name } = await removeTemplate(transaction, templateId);
    await appendAudit(transaction, registry, { now, action: 'slip-template-changed', subject: name });
  });
}

/** The school's own slips: tried with sample people, saved only when they can be used. */
export const slipTemplatesHandlers = {
  list: routes.slipTemplates.list.handler(({ context }) => listTemplates(context.registry.db)),
  check: routes.slipTemplates.check.handler(async ({ context: { registry }, input: { template, language } }) => ({
    sheets: sampleSheets(template, await templateTrial(registry.db, language)),
    problems: [...(await check(registry, template))],
  })),
  save: routes.slipTemplates.save.handler(async ({ context, input }) => {
    const saved = await save(context.registry, context.surroundings.now(), input.template, input.templateId);
    context.desk.announce({ kind: 'changed' });
    return saved;
  }),
  remove: routes.slipTemplates.remove.handler(async ({ context, input }) => {
    await remove(context.registry, context.surroundings.now(), input.templateId);
    context.desk.announce({ kind: 'changed' });
    return {};
  }),
};
