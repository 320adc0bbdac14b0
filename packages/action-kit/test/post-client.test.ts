// That certificates are checked again, and what a refused request becomes, is in the scenarios of mint.
import { describe, expect, it } from 'vitest';

import { createPostClient } from '../src/post-client.ts';
import { stepWith } from './support/step-with.ts';

const connection = { apiKey: 'EXOa', apiSecret: 's3', zone: 'ch-gva-2' };

describe('createPostClient', () => {
  it('fails every request with what keeps it from the network, in other zones too', async () => {
    const client = createPostClient(stepWith({}, { https_proxy: 'proxy:3128 ' }), connection);
    const elsewhere = client.at('https://api-de-fra-1.exoscale.com/v2');
    for (const each of [client, elsewhere]) {
      await expect(each.request('list-api-keys')).rejects.toMatchObject({
        code: 'ERR_PROXY_INVALID',
      });
    }
  });

  it('is the client of the job where nothing is wrong', () => {
    const { endpoint } = createPostClient(stepWith({}), connection);
    expect(endpoint.href).toBe('https://api-ch-gva-2.exoscale.com/v2');
  });
});
