// The package's one error class and the codes it can carry.

/** Why a request could not be signed, or a header could not be read. */
export type ExoSignerErrorCode =
  /** The key or the secret is empty, or the key cannot stand in a header. */
  | 'ERR_CREDENTIALS_INVALID'
  /** The method is not an HTTP token. */
  | 'ERR_METHOD_INVALID'
  /** The URL is not absolute, not `http:` or `https:`, or `signer.fetch` got one with a password. */
  | 'ERR_URL_INVALID'
  /** The body is neither text nor bytes, a stream for example. */
  | 'ERR_BODY_UNSUPPORTED'
  /** `signer.fetch` got a header that cannot be sent. */
  | 'ERR_HEADERS_INVALID'
  /** A query name holds a character that the header cannot carry. */
  | 'ERR_QUERY_NAME_UNSUPPORTED'
  /** The expiry is not a whole number of seconds, up to the year 9999. */
  | 'ERR_EXPIRES_INVALID'
  /** The signature is not the Base64 form of 32 bytes. */
  | 'ERR_SIGNATURE_INVALID'
  /** A header is not a well-formed `EXO2-HMAC-SHA256` value. */
  | 'ERR_AUTHORIZATION_MALFORMED';

/** Every error this package throws on purpose. It never holds a secret. */
export class ExoSignerError extends Error {
  override readonly name = 'ExoSignerError';
  readonly code: ExoSignerErrorCode;

  constructor(code: ExoSignerErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
