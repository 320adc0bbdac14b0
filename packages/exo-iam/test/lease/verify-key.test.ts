import { describe, expect, it } from 'vitest';

import { mint } from '../../src/lease/mint.ts';
import { verifyKey } from '../../src/lease/verify-key.ts';
import { lessee } from '../support/lessee.ts';
import { createOrganization, type Organization } from '../support/organization.ts';

const request = { scope: { operations: ['list-zones'] }, ttlSeconds: 900, ...lessee };
const { signal } = new AbortController();

async function verifying(organization: Organization): Promise<void> {
  const lease = await mint(organization.client, request);
  await verifyKey(organization.clientOf(lease), lease, { signal });
}

describe('verifyKey', () => {
  it('takes a denial by the policy for proof that the key is known', async () => {
    const organization = createOrganization();
    await expect(verifying(organization)).resolves.toBeUndefined();
    expect(organization.sleeps).toEqual([]);
  });

  it('waits until the signature is accepted', async () => {
    const organization = createOrganization();
    const body = { message: 'Invalid request signature' };
    organization.simulator.faults.add({
      operation: 'get-api-key',
      times: 2,
      respond: { status: 403, body },
    });
    await verifying(organization);
    expect(organization.sleeps).toEqual([250, 500]);
  });

  it('gives up after 14.75 seconds', async () => {
    const organization = createOrganization();
    const body = { message: 'Invalid request signature' };
    organization.simulator.faults.add({
      operation: 'get-api-key',
      times: Infinity,
      respond: { status: 403, body },
    });
    await expect(verifying(organization)).rejects.toMatchObject({
      code: 'ERR_KEY_NOT_ACCEPTED',
      cause: { code: 'ERR_SIGNATURE_REFUSED' },
    });
    expect(organization.sleeps).toEqual([250, 500, 1000, 2000, 4000, 7000]);
  });

  it('takes a refusal without a reason for no proof', async () => {
    const organization = createOrganization();
    const respond = { status: 403, body: { message: 'Forbidden' } };
    organization.simulator.faults.add({ operation: 'get-api-key', respond });
    await verifying(organization);
    expect(organization.sleeps).toEqual([250]);
  });

  it.each(['list-zones', 'list-instances'])('ends with its signal: %s', async (operation) => {
    const { client, clientOf, simulator } = createOrganization();
    const scope = { operations: [operation] };
    const lease = await mint(client, { ...request, scope });
    const before = simulator.requests.length;
    const reason = new Error('Cancelled');
    const aborted = AbortSignal.abort(reason);
    const asking = verifyKey(clientOf(lease), lease, { signal: aborted });
    await expect(asking).rejects.toBe(reason);
    expect(simulator.requests).toHaveLength(before);
  });

  it('does not wait for an API that answers something else', async () => {
    const organization = createOrganization();
    organization.simulator.faults.add({
      operation: 'get-api-key',
      respond: { status: 400, body: { message: 'no' } },
    });
    await expect(verifying(organization)).rejects.toMatchObject({ code: 'ERR_REQUEST_REFUSED' });
  });

  it('is done when the key may ask about itself', async () => {
    const organization = createOrganization();
    const scope = { operations: ['get-api-key'] };
    const lease = await mint(organization.client, { ...request, scope });
    await verifyKey(organization.clientOf(lease), lease, { signal });
    expect(organization.simulator.requests.at(-1)).toMatchObject({ status: 200 });
  });

  it('calls a reading operation that the scope grants', async () => {
    const organization = createOrganization();
    const operations = ['get-object', 'create-instance', 'get-instance', 'list-zones'];
    const scope = { operations: [...operations, 'list-instances'] };
    const lease = await mint(organization.client, { ...request, scope });
    await verifyKey(organization.clientOf(lease), lease, { signal });
    expect(organization.simulator.requests.at(-1)).toMatchObject({
      operation: 'list-instances',
      apiKey: lease.apiKey,
      status: 200,
    });
  });

  it.each(['operations', 'tags'] as const)(
    'refuses a key whose %s the API denies, since it cannot evaluate the deadline',
    async (field) => {
      const organization = createOrganization({ withoutBindings: ['now'] });
      const scope = field === 'tags' ? { tags: ['compute'] } : { operations: ['list-instances'] };
      const lease = await mint(organization.client, { ...request, scope });
      await expect(
        verifyKey(organization.clientOf(lease), lease, { signal }),
      ).rejects.toMatchObject({
        code: 'ERR_KEY_NOT_ACCEPTED',
        message: expect.stringContaining('deadline'),
      });
    },
  );

  it('takes the denial of a legacy key for proof, which has no text of its own', async () => {
    const organization = createOrganization();
    const legacy = organization.clientOf(organization.simulator.parentAccessKey);
    const lease = await mint(legacy, { ...request, method: 'access-key' });
    await verifyKey(organization.clientOf(lease), lease, { signal });
    expect(organization.simulator.requests.at(-1)).toMatchObject({ status: 403 });
    expect(organization.sleeps).toEqual([]);
  });
});
