// A request as the simulator remembers it.
import type { Fault } from './fault.ts';

/** What arrived, in order. The signature is never kept. */
export interface RecordedRequest {
  readonly method: string;
  /** As it went over the wire. */
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
  readonly body: string;
  /** `undefined` when the path is none of the API's. */
  readonly operation: string | undefined;
  readonly zone: string;
  /** The key that the request claims, whether or not its signature was good. */
  readonly apiKey: string | undefined;
  /** Status of the answer; `undefined` while there is none and where the request was dropped first. */
  readonly status: number | undefined;
  /** Set where a fault cut the connection. */
  readonly dropped: Fault['dropConnection'];
}
