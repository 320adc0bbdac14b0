import { describe, expect, it } from 'vitest';

import { listEvents } from '../../src/resources/event.ts';
import { createOrganization } from '../support/organization.ts';

const hourMs = 60 * 60 * 1000;

describe('listEvents', () => {
  it('tells what was changed in the zone', async () => {
    const { client, simulator } = createOrganization();
    await client.request('create-instance', { body: { name: 'web' } });
    await client.request('list-instances');
    expect(await listEvents(client)).toMatchObject([
      {
        handler: 'create-instance',
        status: 200,
        zone: 'ch-gva-2',
        'iam-api-key': { key: simulator.parentKey.apiKey },
        'body-params': { name: 'web' },
      },
    ]);
    expect(await listEvents(client.at('https://api-at-vie-1.exoscale.com/v2'))).toEqual([]);
  });

  it('reads the requested window', async () => {
    const organization = createOrganization();
    const { client } = organization;
    const start = client.now();
    await client.request('create-instance', { body: {} });
    organization.advance(48 * hourMs);
    await client.request('register-ssh-key', { body: { name: 'ci', 'public-key': 'ssh-rsa A' } });
    const handlers = async (options?: Parameters<typeof listEvents>[1]): Promise<unknown[]> =>
      (await listEvents(client, options)).map(({ handler }) => handler);
    expect(await handlers()).toEqual(['register-ssh-key']);
    expect(await handlers({ from: new Date(start) })).toEqual([
      'create-instance',
      'register-ssh-key',
    ]);
    const window = { from: new Date(start), to: new Date(start + hourMs) };
    expect(await handlers(window)).toEqual(['create-instance']);
  });

  it('refuses a response that is not a list', async () => {
    const { client, simulator } = createOrganization();
    simulator.faults.add({ respond: { status: 200, body: {} } });
    await expect(listEvents(client)).rejects.toMatchObject({ code: 'ERR_ANSWER_UNREADABLE' });
  });
});
