// The public types: the options of a simulator and its interface.
import type { Decision } from './auth/authorize.ts';
import type { Answer } from './call/answer.ts';
import type { FaultPlan } from './http/faults.ts';
import type { ReceivedRequest } from './http/received-request.ts';
import type { RecordedRequest } from './http/recorded-request.ts';
import type { IamPolicy } from './policy/iam-policy.ts';
import type { ParentAccessKey, ParentKey } from './state/parent-keys.ts';
import type { Credentials, SimulatorState } from './state/records.ts';
import type { SavedState } from './state/saved-state.ts';

/** The options of a simulator. */
export interface SimulatorOptions {
  /** Milliseconds since the epoch (default: `Date.now`). */
  readonly now?: () => number;
  /** Zones to serve (default: the official eight). */
  readonly zones?: readonly string[];
  /** The first key (default: generated). Without a policy it may do everything. */
  readonly parentKey?: ParentKey;
  /** The first legacy access key (default: generated). Without a scope it may do everything. */
  readonly parentAccessKey?: ParentAccessKey;
  /** The limit for all role-based keys (default: everything is allowed). */
  readonly organizationPolicy?: IamPolicy;
  /** Polls that an asynchronous operation answers `pending` to before it succeeds (default: 0). */
  readonly pendingPolls?: number;
  /** How long a role just made is unknown to `create-api-key` (default: 0). */
  readonly roleVisibleAfterMs?: number;
  /** How long a role counts as attached after its key was deleted (default: 0). */
  readonly roleDetachedAfterMs?: number;
  /** Whether `create-iam-role` accepts a role without a policy, which may do everything. Default false. */
  readonly allowEmptyPolicy?: boolean;
  /**
   * Variables that rules do not see, to test a policy on an API that lacks them: `now`,
   * `identity.created`, or `sos:now` for one class. Default none.
   */
  readonly withoutBindings?: readonly string[];
  /** Called when a rule takes too long, or reads a member of `resources` that is not filled. */
  readonly onNote?: (message: string) => void;
  /**
   * The result of `save()` of another simulator. It contains keys and an organization policy, so do not pass
   * these too.
   */
  readonly savedState?: SavedState;
  /** How many of the latest requests are remembered (default: all). */
  readonly requestsKept?: number;
  /** Source of keys and ids (default: the system's). Must not repeat. */
  readonly random?: (length: number) => Uint8Array;
  /** Called with each request once it is answered or dropped, or its client has left. */
  readonly onRequest?: (request: RecordedRequest) => void;
  /** Waits out the `delayMs` of a fault (default: a timer). */
  readonly sleep?: (durationMs: number, signal: AbortSignal) => Promise<void>;
}

/** A question for `decide`: may this key do this operation? */
export interface DecideInput {
  readonly apiKey: string;
  /** An operation of the API, or an S3 name that only policies know. */
  readonly operation: string;
  readonly serviceClass: string;
  readonly parameters?: object;
  readonly resources?: object;
  readonly headers?: object;
  /** Milliseconds since the epoch (default: the simulator's clock). */
  readonly at?: number;
  /** Default: the default zone. */
  readonly zone?: string;
  /** Default: `127.0.0.1`. */
  readonly sourceIp?: string;
}

/** A simulated organization and the ways to reach it. */
export interface Simulator {
  /** Serves a request without a socket, for any host. */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  readonly parentKey: Credentials;
  readonly parentAccessKey: Credentials;
  readonly state: SimulatorState;
  readonly requests: readonly RecordedRequest[];
  /** The current state as plain JSON, including secrets, for the option `savedState`. */
  readonly save: () => SavedState;
  readonly faults: Pick<FaultPlan, 'add' | 'clear'>;
  /** Whether a key may do an operation, decided as for a request but without one. */
  readonly decide: (input: DecideInput) => Decision;
  /** What an adapter for another transport calls; `undefined` means: cut the connection. */
  readonly handle: (request: ReceivedRequest) => Promise<Answer | undefined>;
  /** The simulator's clock, for the `Date` header. */
  readonly now: () => number;
}
