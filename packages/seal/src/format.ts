// What a sealed lease is: a compact JWE (RFC 7516) with ECDH-ES on X25519 (RFC 8037, section 3.2).

export const algorithm = 'ECDH-ES';
export const encryption = 'A256GCM';
export const type = 'exo-lease+jwe';

/** In characters; a lease takes about 800. */
export const maxSealedLength: number = 16 * 1024;
