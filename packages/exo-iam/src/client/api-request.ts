// One request, before it is signed and sent.

/** One request to the API. */
export interface ApiRequest {
  readonly operation: string;
  readonly method: string;
  readonly url: URL;
  readonly body?: unknown;
  /** False for `GET /zone`: signed, it would be subject to the key's policy. */
  readonly signed: boolean;
  readonly signal?: AbortSignal | undefined;
}
