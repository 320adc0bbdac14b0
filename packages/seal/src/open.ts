// Opens a sealed lease.
import { compactDecrypt, decodeProtectedHeader, type ProtectedHeaderParameters } from 'jose';

import { SealError } from './errors.ts';
import { algorithm, encryption, maxSealedLength, type } from './format.ts';
import { parseIdentity } from './keys.ts';
import { checkPayload, type SealedPayload } from './payload.ts';

/**
 * The lease in a sealed text. White space that a log or a shell added is ignored.
 *
 * @param identity `eli_…`
 * @throws {SealError} `ERR_IDENTITY_INVALID`, `ERR_SEALED_EMPTY`, `ERR_SEALED_INVALID`,
 *   `ERR_SEALED_OTHER_RECIPIENT`, `ERR_SEALED_VERSION`, `ERR_PAYLOAD_INVALID`.
 */
export async function open(text: string, identity: string): Promise<SealedPayload> {
  const { key, kid } = await parseIdentity(identity);
  if (text.length > 2 * maxSealedLength) throw invalid('it is too long');
  const jwe = text.replaceAll(/\s+/g, '');
  if (jwe === '') {
    throw new SealError(
      'ERR_SEALED_EMPTY',
      'The sealed lease is empty. Expected the output sealed of a mint. It is empty when that job was skipped, or when GitHub dropped the output because a masked value happens to be inside it; then run all jobs again.',
    );
  }
  if (jwe.length > maxSealedLength) throw invalid('it is too long');
  checkHeader(headerOf(jwe), kid);
  return checkPayload(await decrypt(jwe, key));
}

function headerOf(jwe: string): ProtectedHeaderParameters {
  try {
    if (jwe.split('.').length !== 5) throw new Error('parts');
    return decodeProtectedHeader(jwe);
  } catch {
    throw invalid('it is damaged, or is not a sealed lease');
  }
}

const members: readonly string[] = ['alg', 'enc', 'typ', 'kid', 'epk'];

function checkHeader(header: ProtectedHeaderParameters, kid: string): void {
  // No `zip`, which could swell, no `crit`, nothing that is not understood.
  const other = Object.keys(header).find((name) => !members.includes(name));
  const known = header.alg === algorithm && header['enc'] === encryption && header['typ'] === type;
  if (!known || other !== undefined) throw invalid('it is not a sealed lease of this kind');
  if (header['kid'] === kid) return;
  throw new SealError(
    'ERR_SEALED_OTHER_RECIPIENT',
    'The lease was sealed to another recipient. Expected one that was sealed to the recipient of this identity; check that seal-to and identity are one pair.',
  );
}

async function decrypt(jwe: string, key: Parameters<typeof compactDecrypt>[1]): Promise<unknown> {
  try {
    const { plaintext } = await compactDecrypt(jwe, key, {
      keyManagementAlgorithms: [algorithm],
      contentEncryptionAlgorithms: [encryption],
    });
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plaintext)) as unknown;
  } catch {
    // Not a cause: an error of the parser quotes what was sealed.
    throw invalid('it is damaged');
  }
}

function invalid(problem: string): SealError {
  return new SealError(
    'ERR_SEALED_INVALID',
    `The sealed lease cannot be opened: ${problem}. Expected the output sealed of a mint, unchanged.`,
  );
}
