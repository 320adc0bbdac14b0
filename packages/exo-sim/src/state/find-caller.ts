// The key of any kind that signed a request.
import type { AccessKey, ApiKey, Session } from './records.ts';
import type { Store } from './store.ts';

export type Caller =
  | { readonly kind: 'api-key'; readonly key: ApiKey }
  | { readonly kind: 'session'; readonly key: Session }
  | { readonly kind: 'access-key'; readonly key: AccessKey };

export function findCaller(store: Store, apiKey: string): Caller | undefined {
  const key = store.apiKeys.get(apiKey);
  if (key) return { kind: 'api-key', key };
  const session = store.sessions.get(apiKey);
  if (session) return { kind: 'session', key: session };
  const accessKey = store.accessKeys.get(apiKey);
  return accessKey && { kind: 'access-key', key: accessKey };
}

/** Whether the key has a deadline that has passed. */
export function isExpired(caller: Caller, at: number): boolean {
  return caller.kind === 'session' && at >= caller.key.expiresAt;
}
