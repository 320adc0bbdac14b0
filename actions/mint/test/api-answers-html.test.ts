// A login page of a proxy, say: a success by its status, and nothing of the API.
import { assertFailure, playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('refuses HTML as a response of the API', () =>
  playScenario(action, async (job) => {
    const respond = {
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: '<h1>Log in</h1>',
    };
    job.simulator.faults.add({ times: Infinity, respond });
    const main = await job.main();
    expect(assertFailure(main, job)).toContain('returned HTML');
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/api-answers-html.txt');
  }));
