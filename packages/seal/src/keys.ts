// Recipients and identities as text: a prefix that secret scanners find, and base64url of X25519 keys.
import { base64url, calculateJwkThumbprint, importJWK, type CryptoKey } from 'jose';

import { SealError } from './errors.ts';
import { algorithm } from './format.ts';

const recipientPrefix = 'elr_';
const identityPrefix = 'eli_';
const keyBytes = 32;

/** The public half: what `seal` needs. */
export interface Recipient {
  readonly key: CryptoKey;
  /** The RFC 7638 thumbprint of the public key. */
  readonly kid: string;
}

/** The private half: what `open` needs. */
export interface Identity {
  readonly key: CryptoKey;
  /** The thumbprint of its recipient. */
  readonly kid: string;
}

export function formatRecipient(publicKey: Uint8Array): string {
  return recipientPrefix + base64url.encode(publicKey);
}

export function formatIdentity(privateKey: Uint8Array, publicKey: Uint8Array): string {
  const both = new Uint8Array(2 * keyBytes);
  both.set(privateKey);
  both.set(publicKey, keyBytes);
  return identityPrefix + base64url.encode(both);
}

/** @throws {SealError} `ERR_RECIPIENT_INVALID`; an identity in its place is not repeated. */
export async function parseRecipient(text: string): Promise<Recipient> {
  const trimmed = text.trim();
  if (trimmed.startsWith(identityPrefix)) {
    throw invalidRecipient(
      'This is an identity (eli_…), which is a secret: anyone who has seen it can open your leases. Make a new pair, and use',
    );
  }
  const bytes = decode(trimmed, recipientPrefix, keyBytes);
  if (!bytes) throw invalidRecipient('The recipient cannot be read. Expected');
  try {
    const recipient = await publicKeyOf(bytes);
    // A point of small order agrees with every key on zeros, which Web Crypto refuses: better now than
    // after a key was minted.
    const third = await crypto.subtle.generateKey('X25519', false, ['deriveBits']);
    await agree(third.privateKey, recipient.key);
    return recipient;
  } catch (cause) {
    throw invalidRecipient('The recipient is not an X25519 key. Expected', cause);
  }
}

/** @throws {SealError} `ERR_IDENTITY_INVALID`; nothing of the text is repeated. */
export async function parseIdentity(text: string): Promise<Identity> {
  const trimmed = text.trim();
  if (trimmed.startsWith(recipientPrefix)) {
    throw invalidIdentity('This is a recipient (elr_…), which can seal but cannot open.');
  }
  const bytes = decode(trimmed, identityPrefix, 2 * keyBytes);
  if (!bytes) throw invalidIdentity('The identity cannot be read.');
  const [d, x] = [bytes.slice(0, keyBytes), bytes.slice(keyBytes)];
  let key: CryptoKey;
  let recipient: Recipient;
  try {
    recipient = await publicKeyOf(x);
    const jwk = { kty: 'OKP', crv: 'X25519', d: base64url.encode(d), x: base64url.encode(x) };
    key = (await importJWK(jwk, algorithm)) as CryptoKey;
    // Node refuses such a pair at import; another runtime may not.
    /* v8 ignore next */
    if (!(await belongTogether(key, recipient.key))) throw new Error('two keys');
  } catch {
    // Not a cause: what a library says of a private key is not for a log.
    throw invalidIdentity('The two halves of the identity do not belong together.');
  }
  return { key, kid: recipient.kid };
}

async function publicKeyOf(bytes: Uint8Array): Promise<Recipient> {
  const jwk = { kty: 'OKP', crv: 'X25519', x: base64url.encode(bytes) };
  const key = (await importJWK(jwk, algorithm)) as CryptoKey;
  return { key, kid: await calculateJwkThumbprint(jwk) };
}

// A third key agrees with both halves on the same secret only if they are one pair.
async function belongTogether(privateKey: CryptoKey, publicKey: CryptoKey): Promise<boolean> {
  const third = await crypto.subtle.generateKey('X25519', false, ['deriveBits']);
  return (await agree(privateKey, third.publicKey)) === (await agree(third.privateKey, publicKey));
}

async function agree(own: CryptoKey, other: CryptoKey): Promise<string> {
  const bits = await crypto.subtle.deriveBits({ name: 'X25519', public: other }, own, 256);
  return base64url.encode(new Uint8Array(bits));
}

function decode(text: string, prefix: string, length: number): Uint8Array | undefined {
  if (!text.startsWith(prefix)) return undefined;
  const encoded = text.slice(prefix.length);
  if (!/^[\w-]+$/.test(encoded)) return undefined;
  if (encoded.length !== Math.ceil((length * 4) / 3)) return undefined;
  const bytes = base64url.decode(encoded);
  // One way to write each key: stray bits at the end would make two texts of one.
  return base64url.encode(bytes) === encoded ? bytes : undefined;
}

function invalidRecipient(problem: string, cause?: unknown): SealError {
  return new SealError(
    'ERR_RECIPIENT_INVALID',
    `${problem} a recipient: elr_ and 43 characters, as exo-lease keygen prints it.`,
    { cause },
  );
}

function invalidIdentity(problem: string): SealError {
  return new SealError(
    'ERR_IDENTITY_INVALID',
    `${problem} Expected an identity: eli_ and 86 characters, as exo-lease keygen prints it, from a secret.`,
  );
}
