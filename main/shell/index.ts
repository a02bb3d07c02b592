import { app } from 'electron';
import { commandLineWords, runCommandLine } from './command-line.ts';
import { openDesk } from './desk.ts';
import { givenWords } from './given-words.ts';

const words = givenWords(process.argv, { isPackaged: app.isPackaged, path: app.getAppPath() });
const command = commandLineWords(words);

if (command) runCommandLine(command);
else openDesk(words);
