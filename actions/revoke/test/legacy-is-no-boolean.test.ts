// YAML 1.2 knows true and false.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

import { name } from './support/seed-lease.ts';

const action = new URL('..', import.meta.url);

it('refuses a legacy that is neither true nor false', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ inputs: { key: name, legacy: 'yes' } });
    expect(assertFailure(main, job)).toContain('legacy is "yes"');
    expect(main.requests).toEqual([]);
  }));
