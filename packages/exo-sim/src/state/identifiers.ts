// Identifiers in the shapes that Exoscale's own documentation shows, from any source of bytes.
import type { KeyPair } from './records.ts';

export type RandomBytes = (length: number) => Uint8Array;

/** `EXO` with 24 hexadecimal digits, and 32 bytes as 43 characters of base64url. */
export function newKeyPair(random: RandomBytes): KeyPair {
  return {
    key: `EXO${Buffer.from(random(12)).toString('hex')}`,
    secret: Buffer.from(random(32)).toString('base64url'),
  };
}

/** A version 4 UUID. */
export function newUuid(random: RandomBytes): string {
  const bytes = Buffer.from(random(16));
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}
