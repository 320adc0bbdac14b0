// The form of a signature. Implements docs/signing.md section 3.

/** Whether it is 32 bytes in standard Base64 with padding. */
export function isSignature(text: unknown): boolean {
  return typeof text === 'string' && /^[A-Za-z0-9+/]{43}=$/.test(text);
}
