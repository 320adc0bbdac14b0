// Several presets at once.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('sets the variables of every preset', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ inputs: { export: 'terraform, sos', zone: 'ch-gva-2' } });
    expect(Object.keys(main.env)).toEqual([
      'EXOSCALE_API_KEY',
      'EXOSCALE_API_SECRET',
      'EXOSCALE_KEY',
      'EXOSCALE_SECRET',
      'AWS_ACCESS_KEY_ID',
      'AWS_SECRET_ACCESS_KEY',
      'AWS_ENDPOINT_URL_S3',
      'AWS_REGION',
      'AWS_DEFAULT_REGION',
    ]);
    expect(main.outputs['api-secret']).not.toBe('');
    const post = await job.post();
    expect(Object.values(post.env).join('')).toBe('');
    expect(Object.keys(post.env)).toEqual(Object.keys(main.env));
    expect(job.leftovers()).toEqual([]);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/export-several.txt');
  }));
