// The part of `post` that is loaded only when there is something to revoke.
import { runStep } from '@x/action-kit';

import { revokeKey } from './revoke-key.ts';

export async function runPost(): Promise<void> {
  await runStep('The Exoscale key was not revoked', revokeKey, { phase: 'post' });
}
