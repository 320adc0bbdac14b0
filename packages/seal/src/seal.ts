// Seals a lease to one recipient.
import { CompactEncrypt } from 'jose';

import { algorithm, encryption, type } from './format.ts';
import { parseRecipient } from './keys.ts';
import { checkPayload, type SealedPayload } from './payload.ts';

/**
 * The lease as one word that only the holder of the recipient's identity can open.
 *
 * @param recipient `elr_…`
 * @throws {SealError} `ERR_RECIPIENT_INVALID`, `ERR_PAYLOAD_INVALID`.
 */
export async function seal(payload: SealedPayload, recipient: string): Promise<string> {
  const { key, kid } = await parseRecipient(recipient);
  const text = new TextEncoder().encode(JSON.stringify(checkPayload(payload)));
  return new CompactEncrypt(text)
    .setProtectedHeader({ alg: algorithm, enc: encryption, typ: type, kid })
    .encrypt(key);
}
