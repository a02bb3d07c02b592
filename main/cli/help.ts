import type { Words } from '../../shared/i18n/index.ts';
import { type VerbName, verbNames } from './verb-names.ts';

/** What the command line can do, for everybody. */
export function generalHelp(words: Words): string {
  const verbs = verbNames.map(
    (verb) => `  ${words(`cli.help.${verb}.usage`)}\n      ${words(`cli.help.${verb}.brief`)}`,
  );
  return `${words('cli.help.intro')}\n${verbs.join('\n')}\n\n${words('cli.help.common')}\n`;
}

/** What one verb does and takes. */
export function verbHelp(verb: VerbName, words: Words): string {
  const usage = words('cli.help.usage', { usage: words(`cli.help.${verb}.usage`) });
  const paragraphs = [words(`cli.help.${verb}.brief`), words(`cli.help.${verb}.more`), words('cli.help.common')];
  return `${[usage, ...paragraphs].filter((paragraph) => paragraph !== '').join('\n\n')}\n`;
}
