// Text as UTF-8 bytes.

let encoder: TextEncoder | undefined;

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return getEncoder().encode(text);
}

/** Writes text as UTF-8, or bytes as they are, and says how many bytes that were. */
export function writeUtf8(part: string | Uint8Array, bytes: Uint8Array): number {
  if (typeof part === 'string') return getEncoder().encodeInto(part, bytes).written;
  // A view whose buffer was transferred is empty, and throws when it is read.
  if (part.length > 0) bytes.set(part);
  return part.length;
}

// Made at the first call, because an import must not fail where there is none.
function getEncoder(): TextEncoder {
  encoder ??= new TextEncoder();
  return encoder;
}
