/** The only origin of the window: the page's files come from the app itself, never from `file:` or the network. */
export const deskScheme = 'app';
export const deskHost = 'desk';
export const deskOrigin = `${deskScheme}://${deskHost}`;
export const deskPage = `${deskOrigin}/index.html`;
