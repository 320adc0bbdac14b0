// A key pair for sealed leases, opened here without the package under test.
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';

import { compactDecrypt } from 'jose';

export interface Recipient {
  readonly recipient: string;
  open(sealed: string): Promise<Record<string, unknown>>;
}

export function createRecipient(): Recipient {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  const { x } = publicKey.export({ format: 'jwk' });
  const key = createPrivateKey(privateKey.export({ format: 'pem', type: 'pkcs8' }));
  return {
    recipient: `elr_${x}`,
    open: async (sealed) => {
      const { plaintext } = await compactDecrypt(sealed, key);
      return JSON.parse(new TextDecoder().decode(plaintext)) as Record<string, unknown>;
    },
  };
}
