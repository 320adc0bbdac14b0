// Seals a minted key to the recipient that the token is bound to.
import { calculateJwkThumbprint, CompactEncrypt, importJWK, type JWK } from 'jose';

import { BrokerError } from '../errors.ts';
import { holderOf } from './holder-of.ts';
import type { SealLease } from './mint-lease.ts';

export const sealLease: SealLease = async (lease, { request, organization }) => {
  const holder = holderOf(request.identity, request.issuerUrl);
  const payload = {
    v: 1,
    key: lease.apiKey,
    secret: lease.apiSecret,
    zone: organization.zone,
    endpoint: organization.client.endpoint.href,
    name: lease.name,
    'expires-at': new Date(lease.expiresAt * 1000).toISOString(),
    holder,
  };
  const jwk: JWK = { kty: 'OKP', crv: 'X25519', x: request.recipient.slice('elr_'.length) };
  try {
    return await new CompactEncrypt(new TextEncoder().encode(JSON.stringify(payload)))
      .setProtectedHeader({
        alg: 'ECDH-ES',
        enc: 'A256GCM',
        typ: 'exo-lease+jwe',
        kid: await calculateJwkThumbprint(jwk),
      })
      .encrypt(await importJWK(jwk, 'ECDH-ES'));
  } catch {
    // The cause may quote what was sealed.
    throw new BrokerError('ERR_REQUEST_INVALID', 'The recipient is not a usable public key.');
  }
};
