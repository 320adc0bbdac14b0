// One buffer that is used again: to allocate 100 kB costs as much as to sign them.

const maxKept = 1_048_576;
let idle: Uint8Array<ArrayBuffer> | undefined;

/** A buffer of at least `size` bytes. No one else has it until `returnBytes`. */
export function borrowBytes(size: number): Uint8Array<ArrayBuffer> {
  const bytes = idle;
  idle = undefined;
  return bytes && bytes.length >= size ? bytes : new Uint8Array(size);
}

/** Takes a buffer back that holds nothing of a message any more. A very large one is dropped. */
export function returnBytes(bytes: Uint8Array<ArrayBuffer>): void {
  if (bytes.length <= maxKept) idle = bytes;
}
