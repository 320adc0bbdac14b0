// The objects that a configuration describes, while it is in use.
import type { Current } from '../http/app-context.ts';
import { createClientAddress } from '../http/client-address.ts';
import { createVerifier } from '../identity/verify-token.ts';
import type { Config } from '../policy/config.ts';

export interface ConnectOptions {
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** Its cached keys are kept if the issuers did not change. */
  readonly previous?: Current | undefined;
}

export function connectCurrent(config: Config, { fetch, now, previous }: ConnectOptions): Current {
  const { issuers, publicUrl, trustedProxies } = config;
  const isSame =
    previous &&
    JSON.stringify([previous.config.issuers, previous.config.publicUrl]) ===
      JSON.stringify([issuers, publicUrl]);
  return {
    config,
    verifier: isSame ? previous.verifier : createVerifier(issuers, { publicUrl, fetch, now }),
    clientAddress: createClientAddress(trustedProxies),
  };
}
