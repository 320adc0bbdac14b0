// The endpoint of the object storage is a zone's.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('refuses sos without a zone', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ inputs: { export: 'sos', zone: '' } });
    expect(assertFailure(main, job)).toContain('zone');
    expect(main.requests).toEqual([]);
    expect(main.state).toEqual({});
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/export-sos-without-zone.txt');
  }));
