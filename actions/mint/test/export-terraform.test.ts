// Terraform prefers two older variables.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('sets what Terraform prefers', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ inputs: { export: 'terraform' } });
    expect(Object.keys(main.env)).toEqual([
      'EXOSCALE_API_KEY',
      'EXOSCALE_API_SECRET',
      'EXOSCALE_KEY',
      'EXOSCALE_SECRET',
    ]);
    expect(main.outputs['api-secret']).not.toBe('');
    const post = await job.post();
    expect(Object.values(post.env).join('')).toBe('');
    expect(Object.keys(post.env)).toEqual(Object.keys(main.env));
    expect(job.leftovers()).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/export-terraform.txt');
  }));
