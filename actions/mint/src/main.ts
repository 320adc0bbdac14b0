// `main`: mints a key and hands it to the following steps.
import { runStep } from '@x/action-kit';

import { mintKey } from './mint-key.ts';

await runStep('No Exoscale key was minted', mintKey);
