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
  /** What a careful reader wants to be told. */
  readonly notes: readonly string[];
  /** Writes down that the command has the key. */
  readonly markHandedOut: () => void;
  readonly ending: Ending;
}

/** How a lease ends. */
export interface Ending {
  /** One attempt. Gives a sentence about what was done. */
  readonly revoke: (signal: AbortSignal) => Promise<string>;
  /** Whether a failure may be gone in a moment. */
  readonly mayPass: (error: unknown) => boolean;
  /** What has to be known of a key that is left. */
  readonly leftBehind: (cause: unknown) => Error;
}
