// Writes the Authorization header's value from checked parts. Implements docs/signing.md section 4.1.
import { type MessageParts } from './message-parts.ts';

/** The header's value. Nothing is checked: the parts come from `messageParts` and an HMAC. */
export function writeAuthorization(
  apiKey: string,
  { names, expires, signature }: Pick<MessageParts, 'names' | 'expires'> & { signature: string },
): string {
  const list = names.length > 0 ? `,signed-query-args=${names.join(';')}` : '';
  return `EXO2-HMAC-SHA256 credential=${apiKey}${list},expires=${expires},signature=${signature}`;
}
