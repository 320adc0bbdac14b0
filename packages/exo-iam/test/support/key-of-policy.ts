// A key whose role has a given policy, and what the simulator says that it may do.
import { findOperation } from '@x/exo-operations';
import { createSimulator } from '@x/exo-sim';

import type { IamPolicy } from '../../src/resources/iam-policy.ts';

export interface Question {
  /** Default: that of the catalogue, and `sos` for what it does not know. */
  readonly serviceClass?: string;
  readonly bucket?: string;
  /** How long after the key was made. */
  readonly afterMs?: number;
}

/** When every such key was made, in milliseconds. */
export const createdAt: number = Date.UTC(2026, 10, 21);

/** Asks the simulator about operations of a key with that policy. */
export function keyOfPolicy(policy: IamPolicy): (name: string, question?: Question) => boolean {
  const credentials = { apiKey: 'EXOtest', apiSecret: 'secret' };
  const simulator = createSimulator({
    now: () => createdAt,
    parentKey: { ...credentials, policy },
  });
  return (operation, { serviceClass, bucket, afterMs = 0 } = {}) =>
    simulator.decide({
      apiKey: credentials.apiKey,
      operation,
      serviceClass: serviceClass ?? findOperation(operation)?.serviceClass ?? 'sos',
      parameters: bucket === undefined ? {} : { bucket },
      at: createdAt + afterMs,
    }).allowed;
}
