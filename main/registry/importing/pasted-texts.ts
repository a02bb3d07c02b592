import type { ChosenFile, FileSource, OpenRegistry } from '../context.ts';

/** A person pastes, looks, and pastes again; older texts go. */
const keptAtOnce = 3;

/** Pasted texts live in memory as long as the open registry does. */
const kept = new WeakMap<OpenRegistry, Map<string, Pasted>>();

interface Pasted {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Keeps a text under a token and a file name, and tells them and its size. */
export function keepPasted(registry: OpenRegistry, { id, name, text }: { id: string; name: string; text: string }) {
  const texts = kept.get(registry) ?? new Map<string, Pasted>();
  kept.set(registry, texts);
  const bytes = new TextEncoder().encode(text);
  const fileToken = `pasted:${id}`;
  texts.set(fileToken, { name, bytes });
  for (const old of [...texts.keys()].slice(0, -keptAtOnce)) texts.delete(old);
  return { fileToken, name, sizeBytes: bytes.length };
}

/** The chosen files, and the texts pasted into this registry's window beside them. */
export function filesAndPasted(files: FileSource, registry: OpenRegistry): FileSource {
  return { ...files, find: async (token) => pastedFile(kept.get(registry)?.get(token)) ?? (await files.find(token)) };
}

function pastedFile(pasted: Pasted | undefined): ChosenFile | undefined {
  if (pasted === undefined) return undefined;
  const { name, bytes } = pasted;
  return { name, sizeBytes: bytes.length, read: async () => bytes };
}
