// The shapes that callers hand in. Names are part of the public contract.

/** What of a request is signed. A body is signed byte for byte, so pass exactly what will be sent. */
export interface SignableRequest {
  /** The HTTP method; signed in upper case, so send it in upper case. */
  readonly method: string;
  /** The absolute URL that will be requested. Its path and query are signed, its host is not. */
  readonly url: string | URL;
  /** A string stands for its UTF-8 bytes; none, `null` and the empty string sign the same. */
  readonly body?: string | Uint8Array | null;
}

/** An Exoscale API key. Neither member may be empty. */
export interface Credentials {
  /** The key's id, `EXO…`. Not a secret. */
  readonly apiKey: string;
  readonly apiSecret: string;
}

/** How long a signature is valid. */
export interface SignOptions {
  /** When the signature ends, in UNIX seconds. Wins over `lifetimeSeconds`. */
  readonly expires?: number;
  /** How long the signature is valid from `now` on, in seconds. Default 600. */
  readonly lifetimeSeconds?: number;
  /** The clock, in milliseconds since the epoch. Default `Date.now`. */
  readonly now?: () => number;
}

/** What a signer signs with unless a call says otherwise. */
export interface SignerOptions extends SignOptions {
  /** What the signing `fetch` sends with. Default the global `fetch`, looked up at each call. */
  readonly fetch?: typeof fetch;
}

/** The members of an `Authorization` header of the scheme `EXO2-HMAC-SHA256`. */
export interface Authorization {
  readonly apiKey: string;
  /** Names of the signed query arguments, in the order in which their values were signed. */
  readonly signedQueryArgs: readonly string[];
  /** UNIX seconds. */
  readonly expires: number;
  /** Standard Base64, 44 characters. */
  readonly signature: string;
}

/** The message that is signed, and the names it commits the header to. */
export interface Message {
  /** A string, or bytes when the request's body is bytes. */
  readonly message: string | Uint8Array;
  readonly signedQueryArgs: readonly string[];
}
