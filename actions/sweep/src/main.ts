// `main`: sweeps the organization, with the toolkit's client for GitHub.
import { getOctokit } from '@actions/github';
import { runStep } from '@x/action-kit';

import { sweepLeases } from './sweep-leases.ts';

await runStep('Exoscale leases were left behind', (step) =>
  sweepLeases(step, {
    createOctokit: ({ token, apiUrl }) => getOctokit(token, { baseUrl: apiUrl }),
  }),
);
