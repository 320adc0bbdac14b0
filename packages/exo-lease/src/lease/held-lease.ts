// A key that was minted for a command, by the parent key or by a broker, and how to end it.
import type { EnforcedBy } from '@x/exo-iam';

export interface HeldLease {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly name: string;
  readonly zone: string | undefined;
  readonly endpoint: string | undefined;
  /** UNIX seconds. */
  readonly expiresAt: number;
  readonly enforcedBy: EnforcedBy;
  readonly ttlSeconds: number;
  /** Notes for the user. */
  readonly notes: readonly string[];
  /** Records that the command has the key. */
  readonly markHandedOut: () => void;
  readonly ending: Ending;
}

/** How a lease ends. */
export interface Ending {
  /** One attempt. Returns a sentence about what was done. */
  readonly revoke: (signal: AbortSignal) => Promise<string>;
  /** Whether a retry may succeed. */
  readonly mayPass: (error: unknown) => boolean;
  /** The error for a key that is left. */
  readonly leftBehind: (cause: unknown) => Error;
}
