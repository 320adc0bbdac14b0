// `main`: sweeps the organization.
import { runStep } from '@x/action-kit';

import { sweepLeases } from './sweep-leases.ts';

await runStep('Exoscale leases were left behind', sweepLeases);
