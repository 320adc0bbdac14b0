// node test/run-campaign.ts [--seed N] [--leases N] [--kills N] [--store sqlite|postgres] [--instances N]
// [--database-kills N] [--issuer-outages N] [--clocks-off-seconds N]: the long campaign, printed as a table.
import { parseArgs } from 'node:util';

import { runCampaign } from './support/campaign.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    leases: { type: 'string', default: '500' },
    kills: { type: 'string', default: '50' },
    store: { type: 'string', default: 'sqlite' },
    instances: { type: 'string', default: '1' },
    'database-kills': { type: 'string', default: '0' },
    'issuer-outages': { type: 'string', default: '0' },
    'clocks-off-seconds': { type: 'string', default: '0' },
  },
});
const options = {
  seed: Number(values.seed),
  leases: Number(values.leases),
  kills: Number(values.kills),
  store: values.store === 'postgres' ? 'postgres' : 'sqlite',
  instances: Number(values.instances),
  databaseKills: Number(values['database-kills']),
  issuerOutages: Number(values['issuer-outages']),
  clocksOffMs: Number(values['clocks-off-seconds']) * 1000,
  concurrency: 10,
} as const;
const startedAt = performance.now();
const result = await runCampaign(options);
const seconds = Math.round((performance.now() - startedAt) / 1000);
console.table({ ...options, ...result, seconds });
const { lost, doubled, orphans, open, leaks } = result;
process.exitCode = [lost, doubled, orphans, open, leaks].some(({ length }) => length > 0) ? 1 : 0;
