// node test/run-campaign.ts [--seed N] [--leases N] [--kills N]: the long campaign, printed as a table.
import { parseArgs } from 'node:util';

import { runCampaign } from './support/campaign.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    leases: { type: 'string', default: '500' },
    kills: { type: 'string', default: '50' },
  },
});
const options = {
  seed: Number(values.seed),
  leases: Number(values.leases),
  kills: Number(values.kills),
  concurrency: 6,
};
const result = await runCampaign(options);
console.table({ ...options, ...result });
const { lost, doubled, orphans, open, leaks } = result;
process.exitCode = [lost, doubled, orphans, open, leaks].some(({ length }) => length > 0) ? 1 : 0;
