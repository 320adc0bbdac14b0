// S3 clients find key, region and endpoint.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('sets what S3 clients read', () =>
  playScenario(action, async (job) => {
    const main = await job.main({
      inputs: { export: 'sos', operations: 'get-object', zone: 'de-fra-1' },
    });
    expect(Object.keys(main.env)).toEqual([
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
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/export-sos.txt');
  }));
