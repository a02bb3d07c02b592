import type { ChosenFile, FileSource, OpenRegistry } from '../context.ts';

/** A person pastes, looks, and pastes again; older texts go. */
const keptAtOnce = 3;

/** Pasted texts live in memory as long as the open registry does. */
const kept = new WeakMap<OpenRegistry, Map<string, Uint8Array>>();

const fileName = 'clipboard.txt';

/** Keeps a text under a token and tells its name and size. */
export function keepPasted(registry: OpenRegistry, text: string, id: string) {
  const texts = kept.get(registry) ?? new Map<string, Uint8Array>();
  kept.set(registry, texts);
  const bytes = new TextEncoder().encode(text);
  const fileToken = `pasted:${id}`;
  texts.set(fileToken, bytes);
  for (const old of [...texts.keys()].slice(0, -keptAtOnce)) texts.delete(old);
  return { fileToken, name: fileName, sizeBytes: bytes.length };
}

/** The chosen files, and the texts pasted into this registry's window beside them. */
export function filesAndPasted(files: FileSource, registry: OpenRegistry): FileSource {
  return { ...files, find: async (token) => pastedFile(kept.get(registry)?.get(token)) ?? (await files.find(token)) };
}

function pastedFile(bytes: Uint8Array | undefined): ChosenFile | undefined {
  return bytes === undefined ? undefined : { name: fileName, sizeBytes: bytes.length, read: async () => bytes };
}
