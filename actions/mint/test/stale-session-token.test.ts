// A session token of another step would be sent with the minted key.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('warns of variables that S3 clients add', () =>
  playScenario(action, async (job) => {
    const inputs = { export: 'sos', operations: 'get-object', zone: 'ch-gva-2' };
    const main = await job.main({ inputs, env: { AWS_SESSION_TOKEN: 'of another cloud' } });
    expect(main.exitCode).toBe(0);
    expect(main.annotations).toMatchObject([{ level: 'warning' }]);
    await job.post();
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/stale-session-token.txt');
  }));
