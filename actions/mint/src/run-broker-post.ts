// The part of `post` that is loaded only when a broker has leased a key.
import { runStep } from '@x/action-kit';

import { endByBroker } from './end-by-broker.ts';

export async function runBrokerPost(): Promise<void> {
  await runStep('The Exoscale key was not revoked', endByBroker, { phase: 'post' });
}
