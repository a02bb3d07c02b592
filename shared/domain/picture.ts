/** A picture that can be put on paper, with its size in pixels. */
export interface PictureFacts {
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
}

const mostBytes = 300 * 1024;
const mostPixels = 2000;
const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * Reads what a picture is from its first bytes (PNG 1.2, 4.1.1; ITU-T T.81, B.2.2); undefined for anything but a PNG or
 * JPEG of up to 300 KiB and 2000 pixels a side. An interlaced PNG cannot be put on paper.
 */
export function pictureFacts(bytes: Uint8Array): PictureFacts | undefined {
  if (bytes.length === 0 || bytes.length > mostBytes) return undefined;
  const facts = pngFacts(bytes) ?? jpegFacts(bytes);
  return facts && [facts.width, facts.height].every((side) => side >= 1 && side <= mostPixels) ? facts : undefined;
}

const word = (bytes: Uint8Array, at: number) => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

function pngFacts(bytes: Uint8Array): PictureFacts | undefined {
  if (!pngStart.every((byte, at) => bytes[at] === byte) || bytes.length < 45 || bytes[28] !== 0) return undefined;
  if (word(bytes, 16) !== 0 || word(bytes, 20) !== 0) return undefined;
  return { mediaType: 'image/png', width: word(bytes, 18), height: word(bytes, 22) };
}

/** Walks from marker to marker to the frame header (SOF0 to SOF2), which holds the size. */
function jpegFacts(bytes: Uint8Array): PictureFacts | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xc2) {
      return { mediaType: 'image/jpeg', width: word(bytes, at + 7), height: word(bytes, at + 5) };
    }
    at += 2 + word(bytes, at + 2);
  }
  return undefined;
}
