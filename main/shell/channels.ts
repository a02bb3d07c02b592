/** The message that brings the page its port to the registry process, from the shell and on to the page. */
export const portMessage = 'diary-desk:port';

/** The message that brings the page a command of the menu. */
export const commandMessage = 'diary-desk:command';

/** Everything the preload may ask of the shell; `ipc.ts` is the only file that answers. */
export const channels = [
  'diary-desk:connect',
  'diary-desk:choose-table',
  'diary-desk:choose-folder',
  'diary-desk:backup-folder',
  'diary-desk:accept-file',
  'diary-desk:printers',
  'diary-desk:print',
  'diary-desk:save-document',
  'diary-desk:about',
  'diary-desk:user-guide',
  'diary-desk:speak',
  'diary-desk:protect',
] as const;
export type Channel = (typeof channels)[number];
