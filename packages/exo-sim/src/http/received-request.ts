// A request as it was received: not decoded and not normalized.

/** A request as it was received. */
export interface ReceivedRequest {
  readonly method: string;
  /** The raw request target: path, and query with its question mark if there is one. */
  readonly target: string;
  /** By lower-case name; `host` decides the zone when the path does not. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
  readonly sourceIp: string;
  /** The URL of a zone's API, for `list-zones`. */
  readonly endpointOf: (zone: string) => string;
  /** Aborted when the client disconnects. */
  readonly signal: AbortSignal;
}

/** A longer body is answered 413, so an adapter may stop keeping one once it is longer. */
export const maximumBodyBytes: number = 1024 * 1024;
