// A bucket name that would end the text in an expression.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('refuses a bucket name with a quote', () =>
  playScenario(action, async (job) => {
    const main = await job.main({
      inputs: { operations: 'get-object', resources: "sos/bucket:x' || 'a" },
    });
    expect(assertFailure(main, job)).toContain('sos/bucket:');
    expect(main.requests).toEqual([]);
    expect(main.state).toEqual({});
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/resource-invalid.txt');
  }));
