// A request as the simulator records it.
import type { Fault } from './fault.ts';

/** The requests in order of arrival. The signature is never kept. */
export interface RecordedRequest {
  readonly method: string;
  /** As it went over the wire. */
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
  readonly body: string;
  /** `undefined` if the path is not in the API. */
  readonly operation: string | undefined;
  readonly zone: string;
  /** The key that the request names, even if its signature is wrong. */
  readonly apiKey: string | undefined;
  /** Status of the answer. `undefined` until it is sent, or if the request was dropped first. */
  readonly status: number | undefined;
  /** Set where a fault cut the connection. */
  readonly dropped: Fault['dropConnection'];
}
