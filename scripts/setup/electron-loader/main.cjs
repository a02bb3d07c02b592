// Stands in for Electron's own default app, which a packaged build has lost: loads the app folder named on the command line.
const { app } = require('electron');
const { readFileSync, statSync } = require('node:fs');
const { join, resolve } = require('node:path');

const preloads = process.argv.flatMap((word, at) =>
  word === '-r' || word === '--require' ? [process.argv[at + 1]] : [],
);
for (const preload of preloads) require(resolve(preload));

const named = process.argv.slice(1).find((word) => !word.startsWith('-') && !preloads.includes(word));
if (!named) {
  process.stderr.write('usage: electron FOLDER [words for the app]\n');
  process.exit(1);
}

const target = resolve(named);
process.defaultApp = true;
if (statSync(target).isDirectory()) {
  const about = JSON.parse(readFileSync(join(target, 'package.json'), 'utf8'));
  app.setName(about.productName ?? about.name);
  app.setVersion(about.version ?? '0.0.0');
  app.setAppPath(target);
}
require(target);
