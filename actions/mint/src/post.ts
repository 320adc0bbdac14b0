// `post`: takes the key back when the job ends, however it ends.
import { runStep } from '@x/action-kit';

import { revokeKey } from './revoke-key.ts';

await runStep('The Exoscale key was not revoked', revokeKey, { phase: 'post' });
