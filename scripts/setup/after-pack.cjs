// Called by electron-builder when an unpacked app is ready, before its fuses are set.
const { rmSync } = require('node:fs');
const { join } = require('node:path');

/**
 * Fits the package to the old Electron carried by npm: it has a loader in place of Electron's own app, and no fuse for file: privileges.
 * @param {import('electron-builder').AfterPackContext} context
 */
exports.default = async ({ appOutDir, packager }) => {
  if (Number.parseInt(packager.config.electronVersion ?? '', 10) !== 25) return;
  rmSync(join(appOutDir, 'resources', 'app'), { recursive: true, force: true });
  delete packager.config.electronFuses?.grantFileProtocolExtraPrivileges;
};
