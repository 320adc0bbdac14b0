// The message that was signed, for those who look for a reason why a signature does not match.
import { buildMessage, parseAuthorization, type SignableRequest } from '@x/exo-signer';

/**
 * The signed message (docs/signing.md section 2) with the size of the body in its place, since a body can
 * hold what does not belong into a log.
 */
export function describeMessage(request: SignableRequest, authorization: string): string {
  const { expires } = parseAuthorization(authorization);
  const { length } = request.body ?? '';
  const body = length > 0 ? `<body of ${length} characters>` : null;
  // Text, because the body is.
  return buildMessage({ ...request, body }, expires).message as string;
}
