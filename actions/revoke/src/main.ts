// `main`: revokes one lease.
import { runStep } from '@x/action-kit';

import { revokeLease } from './revoke-lease.ts';

await runStep('The Exoscale key was not revoked', revokeLease);
