// Text as UTF-8 bytes.

const encoder = /* @__PURE__ */ new TextEncoder();

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}
