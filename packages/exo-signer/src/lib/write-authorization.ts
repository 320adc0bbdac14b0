// Writes the Authorization header's value from checked parts. Implements docs/signing.md section 4.1.

/** The parts of the message that the header repeats, and the signature. */
export interface HeaderParts {
  readonly apiKey: string;
  readonly signed: { readonly names: readonly string[]; readonly expires: number };
  readonly signature: string;
}

/** The header's value. Nothing is checked: the parts come from `messageParts` and an HMAC. */
export function writeAuthorization({ apiKey, signed, signature }: HeaderParts): string {
  const { names, expires } = signed;
  const list = names.length > 0 ? `,signed-query-args=${names.join(';')}` : '';
  return `EXO2-HMAC-SHA256 credential=${apiKey}${list},expires=${expires},signature=${signature}`;
}
