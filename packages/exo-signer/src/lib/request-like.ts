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

/** The members of an `init` or a Request but the body: own ones, standard or not, and the getters. */
export function requestInit(source: object = {}): Omit<RequestInit, 'body'> {
  const { body: _body, ...members }: Record<string, unknown> = { ...source };
  for (const name of standardMembers) {
    const value: unknown = Reflect.get(source, name);
    if (value !== undefined) members[name] = value;
  }
  return members;
}
