// Recognizes and copies bytes of any realm: jest and `vm` have their own Uint8Array.

/** By the internal slot: `instanceof` fails for a Uint8Array of another realm. */
export function isUint8Array(value: unknown): value is Uint8Array {
  return ArrayBuffer.isView(value) && hasTag(value, 'Uint8Array');
}

/** A copy of a view or a buffer, or undefined for anything else. */
export function copyBytes(value: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (ArrayBuffer.isView(value)) {
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength).slice();
  }
  return hasTag(value, 'ArrayBuffer') ? new Uint8Array(value as ArrayBuffer).slice() : undefined;
}

function hasTag(value: unknown, tag: string): boolean {
  return Object.prototype.toString.call(value) === `[object ${tag}]`;
}
