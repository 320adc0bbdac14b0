// `main`: opens a sealed lease and hands it to the following steps.
import { runStep } from '@x/action-kit';

import { unsealLease } from './unseal-lease.ts';

await runStep('The Exoscale lease was not opened', unsealLease);
