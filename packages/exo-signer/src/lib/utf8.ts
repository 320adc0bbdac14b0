// Text as UTF-8 bytes.

let encoder: TextEncoder | undefined;

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return getEncoder().encode(text);
}

/** Writes into `bytes` from `offset` on and says how many bytes that were. */
export function writeUtf8(text: string, bytes: Uint8Array, offset: number): number {
  return getEncoder().encodeInto(text, bytes.subarray(offset)).written;
}

// Made at the first call, because an import must not fail where there is none.
function getEncoder(): TextEncoder {
  encoder ??= new TextEncoder();
  return encoder;
}
