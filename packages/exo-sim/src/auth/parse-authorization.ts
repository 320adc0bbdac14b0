// Reads the Authorization header. Implements docs/signing.md, 4.3.
export interface Authorization {
  readonly apiKey: string;
  readonly signedQueryArgs: readonly string[];
  readonly expires: number;
  readonly signature: string;
}

// The key is the rest, because it may hold a comma. The pairs after it anchor the match.
const pattern =
  /^EXO2-HMAC-SHA256 credential=(.+?)(?:,signed-query-args=([^,]*))?,expires=(0|-?[1-9]\d{0,15}),signature=([A-Za-z0-9+/]{43}=)$/;

/** The header's four parts, or `undefined` when it is malformed. */
export function parseAuthorization(header: string): Authorization | undefined {
  const match = pattern.exec(header);
  if (!match) return undefined;
  const [, apiKey = '', signedQueryArgs, expires, signature = ''] = match;
  // 4.2 refuses this text in a key; here it means that the pair was repeated or out of order.
  if (apiKey.includes(',signed-query-args=')) return undefined;
  return {
    apiKey,
    signedQueryArgs: signedQueryArgs?.split(';') ?? [],
    expires: Number(expires),
    signature,
  };
}
