// The shapes that callers hand in. Names are part of the public contract.

/** The parts of a request that are signed. The body is signed byte for byte: pass what you send. */
export interface SignableRequest {
  /** The HTTP method; signed in upper case, so send it in upper case. */
  readonly method: string;
  /** The absolute URL that will be requested. Its path and query are signed, its host is not. */
  readonly url: string | URL;
  /** A string is signed as its UTF-8 bytes. No body, `null` and `''` sign the same. */
  readonly body?: string | Uint8Array | null;
}

/** An Exoscale API key. Neither member may be empty. */
export interface Credentials {
  /** The key's id, `EXO…`. Not a secret. */
  readonly apiKey: string;
  /** The secret that belongs to the key. */
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

/** Defaults for every call of a signer. */
export interface SignerOptions extends SignOptions {
  /** Sends what `signer.fetch` signed. Defaults to the global `fetch`, looked up at each call. */
  readonly fetch?: InnerFetch;
}

/** What `signer.fetch` hands to the inner fetch, beside the members that the caller gave. */
export interface SignedInit {
  readonly method: string;
  readonly headers: Record<string, string>;
  /** A string or a Uint8Array. The types of some libraries name other classes for the same bytes. */
  // oxlint-disable-next-line typescript/no-explicit-any -- no other type is one of every library's
  readonly body?: any;
}

/** Any fetch: the global one, undici's, node-fetch, or a plain function. */
export type InnerFetch = (url: string, init: SignedInit) => PromiseLike<object>;

/** The members of an `Authorization` header of the scheme `EXO2-HMAC-SHA256`. */
export interface Authorization {
  /** The key's id. */
  readonly apiKey: string;
  /** Names of the signed query arguments, in the order in which their values were signed. */
  readonly signedQueryArgs: readonly string[];
  /** UNIX seconds. */
  readonly expires: number;
  /** Standard Base64, 44 characters. */
  readonly signature: string;
}

/** The message that is signed, and the names that the header has to list. */
export interface Message {
  /** A string, or bytes when the request's body is bytes. */
  readonly message: string | Uint8Array;
  readonly signedQueryArgs: readonly string[];
}
