// What the key did of what it could do, and which scope would have been enough.
import { playScenario } from '@x/action-harness';
import { createClient, type ApiOperation } from '@x/exo-iam';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('tells what was used of what was granted', () =>
  playScenario(action, async (job) => {
    const inputs = {
      operations: 'list-instances, reset-instance, delete-instance',
      'usage-report': 'true',
    };
    const { parentKey, fetch } = job.simulator;
    const parent = createClient({ credentials: parentKey, fetch });
    const { reference } = await parent.request<ApiOperation>('create-instance', { body: {} });
    const { outputs } = await job.main({ inputs });
    const credentials = {
      apiKey: outputs['api-key'] ?? '',
      apiSecret: outputs['api-secret'] ?? '',
    };
    const client = createClient({ credentials, fetch });
    const path = { id: reference?.id ?? '' };
    await client.request('reset-instance', { path, body: {} });
    await expect(client.request('create-instance', { body: {} })).rejects.toThrow('403');
    const post = await job.post();
    expect(post.exitCode).toBe(0);
    expect(post.annotations).toEqual([]);
    expect(post.stdout).toContain('used    reset-instance, once');
    expect(post.stdout).toContain('unused  delete-instance');
    expect(post.stdout).toContain('refused create-instance, once');
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/usage-report.txt');
  }));
