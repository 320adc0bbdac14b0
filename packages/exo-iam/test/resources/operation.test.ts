import { describe, expect, it } from 'vitest';

import { waitForOperation, type ApiOperation } from '../../src/resources/operation.ts';
import { createOrganization } from '../support/organization.ts';

const body = { name: 'role', policy: { 'default-service-strategy': 'deny', services: {} } };

describe('waitForOperation', () => {
  it('asks nothing when the operation is done already', async () => {
    const { client, simulator, sleeps } = createOrganization();
    const operation = await client.request<ApiOperation>('create-iam-role', { body });
    expect(await waitForOperation(client, operation)).toBe(operation);
    expect(simulator.requests).toHaveLength(1);
    expect(sleeps).toEqual([]);
  });

  it('starts fast, then keeps to what the official clients do', async () => {
    const { client, sleeps } = createOrganization({ pendingPolls: 7 });
    const operation = await client.request<ApiOperation>('create-iam-role', { body });
    expect(operation.state).toBe('pending');
    expect(await waitForOperation(client, operation)).toMatchObject({
      state: 'success',
      reference: { id: expect.any(String) },
    });
    expect(sleeps).toEqual([200, 400, 800, 1600, 3000, 3000, 3000, 3000].slice(0, sleeps.length));
    expect(sleeps.length).toBeGreaterThanOrEqual(7);
  });

  it('gives up after its time', async () => {
    const { client, sleeps } = createOrganization({ pendingPolls: 1000 });
    const operation = await client.request<ApiOperation>('create-iam-role', { body });
    await expect(waitForOperation(client, operation)).rejects.toMatchObject({
      code: 'ERR_TIMEOUT',
    });
    // From 45 s on each wait is a fifteenth of what has passed.
    expect(sleeps.slice(0, 18)).toEqual([200, 400, 800, 1600, ...Array<number>(14).fill(3000)]);
    expect(sleeps.slice(18, 20)).toEqual([3000, 3200]);
    const waited = sleeps.reduce((sum, ms) => sum + ms, 0);
    expect(waited).toBeLessThanOrEqual(120_000);
    expect(waited + waited / 15).toBeGreaterThan(120_000);
    await expect(waitForOperation(client, operation, { timeoutMs: 100 })).rejects.toMatchObject({
      code: 'ERR_TIMEOUT',
    });
  });

  it.each([
    undefined,
    null,
    'x',
    {},
    { id: '1' },
    { id: '1', state: 'done' },
    { state: 'pending' },
  ])('takes %j for no operation, and what it was for uncertain', async (answer) => {
    const { client, simulator } = createOrganization();
    const error = { code: 'ERR_ANSWER_UNREADABLE', uncertain: true };
    const operation = answer as unknown as ApiOperation;
    await expect(waitForOperation(client, operation)).rejects.toMatchObject(error);
    const respond = { status: 200, body: JSON.stringify(answer) ?? '' };
    simulator.faults.add({ operation: 'get-operation', respond });
    const pending = { id: '1', state: 'pending' } as const;
    await expect(waitForOperation(client, pending)).rejects.toMatchObject(error);
  });

  it.each([
    [{ id: '1', state: 'failure', reason: 'conflict', message: 'in use' }, 'conflict: in use'],
    [{ id: '1', state: 'timeout' }, 'without a reason'],
  ] as const)('says why it failed: %j', async (operation, why) => {
    const { client } = createOrganization();
    await expect(waitForOperation(client, operation)).rejects.toMatchObject({
      code: 'ERR_OPERATION_FAILED',
      message: expect.stringContaining(why),
    });
  });
});
