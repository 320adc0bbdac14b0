// A call as handlers, policies and the audit trail see it.
import type { Operation } from '@x/exo-operations';

import type { Caller } from '../state/find-caller.ts';

export interface Call {
  readonly operation: Operation;
  readonly zone: string;
  readonly zones: readonly string[];
  /** Not decoded, as it was signed. */
  readonly path: string;
  readonly sourceIp: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** What the path names: its first value, empty where it holds none. */
  readonly id: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
  readonly endpointOf: (zone: string) => string;
  /** Absent only for the public `list-zones`. */
  readonly caller?: Caller;
}
