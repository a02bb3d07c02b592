/** Why a registry must not lie in a folder: another computer may write there too, or a program copies the file while it is written. */
export type FolderDanger = 'network' | 'synced';

/** What was found out about a folder; paths with any slashes. */
export interface FolderFacts {
  /** The folder with links and mapped drives resolved: a mapped drive of Windows becomes `\\server\share`. */
  readonly path: string;
  /** Kind of its file system where the system tells (`nfs4`, `cifs`); '' elsewhere. */
  readonly fileSystem: string;
  /** Folders that a sync program says are its own (`OneDrive` of the environment). */
  readonly syncRoots: readonly string[];
}

const networkFileSystems =
  /^(?:nfs4?|cifs|smb\w*|afpfs|webdav|davfs|fuse\.(?:sshfs|gvfsd-fuse|rclone|davfs2?)|ceph|glusterfs|vboxsf|prl_fs)$/;

/** Names that sync programs give their folders; OneDrive and Google add the account after a dash. */
const syncFolderNames: readonly RegExp[] = [
  /^onedrive(?: ?- ?.+)?$/,
  /^(?:yandex\.?disk|яндекс[. ]?диск)(?: .+)?$/,
  /^google ?drive(?:[ -].+)?$/,
  /^(?:my drive|мой диск)$/,
  /^dropbox(?: \(.+\))?$/,
  /^(?:icloud ?drive|com~apple~clouddocs|mobile documents)$/,
  /^(?:mail\.ru cloud|cloud mail\.ru|облако mail\.ru)$/,
  /^(?:nextcloud|owncloud|mega|megasync|pcloud ?drive|seafile|syncthing)$/,
];

const parts = (path: string) =>
  path
    .toLowerCase()
    .split(/[\\/]+/)
    .filter((part) => part !== '');

/**
 * Whether a folder is unfit for a registry: SQLite's log needs all programs on one computer, and a sync program uploads
 * half-written files and brings back old ones.
 * @source https://www.sqlite.org/wal.html ("WAL does not work over a network filesystem")
 */
export function dangerOfFolder({ path, fileSystem, syncRoots }: FolderFacts): FolderDanger | undefined {
  if (/^(?:\\\\|\/\/)(?![?.][\\/])/.test(path) || /^\\\\\?\\unc\\/i.test(path)) return 'network';
  if (networkFileSystems.test(fileSystem.toLowerCase())) return 'network';
  const own = parts(path);
  const isUnder = (root: string) => root !== '' && parts(root).every((part, at) => own[at] === part);
  if (syncRoots.some(isUnder)) return 'synced';
  return own.some((part) => syncFolderNames.some((name) => name.test(part))) ? 'synced' : undefined;
}

/** The kind of file system that a folder of Linux lies on, out of `/proc/self/mounts`: the longest place that holds it. */
export function fileSystemOf(folder: string, mounts: string): string {
  let best = { place: '', kind: '' };
  for (const line of mounts.split('\n')) {
    const [, place = '', kind = ''] = line.split(' ');
    const clear = place.replace(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
    const holds = clear === '/' || folder === clear || folder.startsWith(`${clear}/`);
    if (clear !== '' && holds && clear.length >= best.place.length) best = { place: clear, kind };
  }
  return best.kind;
}
