// Requests of any realm or library, recognized by their shape, and their members as an `init`.

/** What every Request has. */
export interface RequestLike {
  readonly url: string;
  readonly method?: string;
  readonly headers?: HeadersInit;
  readonly body?: unknown;
  readonly bodyUsed?: boolean;
  clone?(): { arrayBuffer(): Promise<ArrayBuffer> };
}

// Getters of the prototype, which spreading leaves out. `duplex` is for streams alone.
const standardMembers = [
  'method',
  'headers',
  'redirect',
  'signal',
  'mode',
  'credentials',
  'cache',
  'referrer',
  'referrerPolicy',
  'integrity',
  'keepalive',
] as const;

/** `instanceof` fails for a Request of another realm or library. A URL has no `url`. */
export function isRequest(input: unknown): input is RequestLike {
  return (
    typeof input === 'object' && input !== null && typeof Reflect.get(input, 'url') === 'string'
  );
}

/** The members of a Request and an `init` but the body: own ones, standard or not, and the getters. */
export function mergeInits(...sources: readonly unknown[]): Omit<RequestInit, 'body'> {
  const members: Record<PropertyKey, unknown> = {};
  for (const given of sources) {
    const source = Object(given) as object;
    for (const name of [...Reflect.ownKeys(source), ...standardMembers]) {
      const value: unknown = Reflect.get(source, name);
      // As with fetch, an undefined member of `init` leaves that of the Request.
      if (value !== undefined) members[name] = value;
    }
  }
  delete members['body'];
  return members;
}
