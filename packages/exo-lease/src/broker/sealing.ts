// What a client of the broker needs of sealed leases.

/** The payload of a sealed lease, by the API's words. */
export interface OpenedLease {
  readonly key: string;
  readonly secret: string;
  readonly zone?: string | undefined;
  readonly endpoint?: string | undefined;
  readonly name: string;
  /** RFC 3339. */
  readonly 'expires-at': string;
}

export interface Sealing {
  readonly generateIdentity: () => Promise<{
    readonly recipient: string;
    readonly identity: string;
  }>;
  readonly seal: (payload: object, recipient: string) => Promise<string>;
  readonly open: (text: string, identity: string) => Promise<OpenedLease>;
}
