// `post`: takes the variables back. The key lives until a last job revokes it, or until its deadline.
import { runStep } from '@x/action-kit';

import { takeBack } from './take-back.ts';

await runStep('Variables of the Exoscale key are left', takeBack, { phase: 'post' });
