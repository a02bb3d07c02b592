// Runs electron-builder inside Node 24 with overrides that its command line cannot express.
import { build, Platform } from 'electron-builder';

const { dir, config, projectDir } = JSON.parse(process.argv[2] ?? '{}');
const targets = dir ? Platform.current().createTarget('dir') : Platform.current().createTarget();
await build({ targets, config, projectDir, publish: 'never' });
