// Workflows from forks get no secrets.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

import { name } from './support/seed-lease.ts';

const action = new URL('..', import.meta.url);

it('says which half of the parent key is missing', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ inputs: { 'api-secret': '', key: name } });
    expect(assertFailure(main, job)).toContain('api-secret is empty');
    expect(main.requests).toEqual([]);
  }));
