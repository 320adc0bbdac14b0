// Text as UTF-8 bytes.

let encoder: TextEncoder | undefined;

/** The encoder is made at the first call, because an import must not fail where there is none. */
export function utf8(text: string): Uint8Array<ArrayBuffer> {
  encoder ??= new TextEncoder();
  return encoder.encode(text);
}

/** Writes into `bytes` from `offset` on and says how many bytes that were. */
export function writeUtf8(text: string, bytes: Uint8Array, offset: number): number {
  encoder ??= new TextEncoder();
  return encoder.encodeInto(text, offset === 0 ? bytes : bytes.subarray(offset)).written;
}
