// The vectors of vectors.json, with bodies in the form in which they are sent.
import data from './vectors.json' with { type: 'json' };

/** One request and what a signer has to make of it. Where it is from stands in `source`. */
export interface Vector {
  readonly name: string;
  /** `published`: from a public test suite or the documentation. `generated`: by the reference implementations. */
  readonly kind: string;
  readonly source: string;
  readonly method: string;
  readonly url: string;
  readonly body: string | Uint8Array | null;
  readonly apiKey: string;
  /** `null` where the source does not publish it: such a vector fixes message and layout only. */
  readonly apiSecret: string | null;
  /** UNIX seconds; a string where it is beyond the safe integers. */
  readonly expires: number | string;
  readonly expectedMessage?: string | Uint8Array;
  readonly expectedAuthorization?: string;
  /** The code of the error with which `@x/exo-signer` refuses the request on purpose. */
  readonly refusedWith?: string;
  /** The vector that holds instead where the runtime's URL parser escapes one character more. */
  readonly whenUrlParserEscapes?: string;
}

type Stored = Omit<Vector, 'body' | 'expectedMessage'> & {
  readonly body?: string | null;
  readonly bodyBase64?: string;
  readonly bodyRepeat?: { readonly unit: string; readonly times: number };
  readonly expectedMessage?: string;
  readonly expectedMessageBase64?: string;
};

/** Every vector, in the order of the file. */
export const vectors: readonly Vector[] = (data.vectors as readonly Stored[]).map(toVector);

function toVector(stored: Stored): Vector {
  const { bodyBase64, bodyRepeat, expectedMessageBase64, body = null, ...rest } = stored;
  return {
    ...rest,
    body: bodyBase64 ? bytes(bodyBase64) : (bodyRepeat?.unit.repeat(bodyRepeat.times) ?? body),
    ...(expectedMessageBase64 && { expectedMessage: bytes(expectedMessageBase64) }),
  };
}

function bytes(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
