import { describe, expect, it, vi } from 'vitest';

import type { LeaseRecord } from '../../src/lease/journal.ts';
import { parseLeaseName } from '../../src/lease/lease-name.ts';
import type { MintRequest } from '../../src/lease/mint-request.ts';
import { mint, type Lease } from '../../src/lease/mint.ts';
import { lessee } from '../support/lessee.ts';
import { createOrganization, operationsOf, type Organization } from '../support/organization.ts';

const request: MintRequest = {
  scope: { operations: ['list-zones', 'list-instances'] },
  ttlSeconds: 900,
  ...lessee,
  description: 'of a test',
};

describe('mint', () => {
  it('makes a role with the scope and the deadline, and a key for it, in two requests', async () => {
    const organization = createOrganization();
    const { client, simulator } = organization;
    const lease = await mint(client, request);
    expect(operationsOf(organization)).toEqual(['create-iam-role', 'create-api-key']);
    expect(simulator.state.roles.get(roleIdOf(lease))).toMatchObject({
      name: lease.name,
      description: 'of a test',
      policy: lease.policy,
    });
    expect(lease).toMatchObject({ method: 'scoped-role', enforcedBy: 'server' });
    expect(lease.expiresAt).toBe(Math.floor(client.now() / 1000) + 900);
    expect(lease.name).toContain(`.${lease.expiresAt}.`);
  });

  it('gives a key that works, does no more than it may, and dies at its deadline', async () => {
    const organization = createOrganization();
    const lease = await mint(organization.client, request);
    const key = organization.clientOf(lease);
    await expect(key.request('list-instances')).resolves.toEqual({ instances: [] });
    await expect(key.request('create-instance', { body: {} })).rejects.toMatchObject({
      code: 'ERR_POLICY_DENIED',
      serviceClass: 'compute',
    });
    await expect(key.request('list-iam-roles')).rejects.toMatchObject({
      code: 'ERR_POLICY_DENIED',
    });
    organization.advance(901_000);
    await expect(key.request('list-instances')).rejects.toMatchObject({
      code: 'ERR_POLICY_DENIED',
    });
  });

  it('tells leases of one job apart by eight random hex digits', async () => {
    const { client } = createOrganization();
    const randomOf = async (): Promise<string | undefined> =>
      parseLeaseName((await mint(client, request)).name)?.random;
    const random = vi.spyOn(crypto, 'getRandomValues').mockImplementationOnce((bytes) => {
      (bytes as unknown as Uint8Array).set([0, 1, 16, 255]);
      return bytes;
    });
    expect(await randomOf()).toBe('000110ff');
    random.mockRestore();
    const [one, other] = [await randomOf(), await randomOf()];
    expect(one).toMatch(/^[0-9a-f]{8}$/);
    expect(other).not.toBe(one);
  });

  it('gives undoing half a minute unless it is told otherwise', async () => {
    const limits = vi.spyOn(AbortSignal, 'timeout');
    const organization = createOrganization();
    const respond = { status: 403, body: { message: 'Forbidden by role policy for iam' } };
    organization.simulator.faults.add({ operation: 'create-api-key', times: 2, respond });
    const undoing = async (undoTimeoutMs?: number): Promise<readonly number[]> => {
      const options = undoTimeoutMs === undefined ? {} : { undoTimeoutMs };
      const minting = mint(organization.client, request, options);
      await expect(minting).rejects.toMatchObject({ code: 'ERR_POLICY_DENIED' });
      return limits.mock.calls.map(([ms]) => ms).filter((ms) => ms !== 15_000);
    };
    expect(await undoing()).toEqual([30_000]);
    // Each request of the undoing is bounded by what is left of it, too.
    expect(new Set(await undoing(777))).toEqual(new Set([30_000, 777]));
    limits.mockRestore();
  });

  it('writes down what it is about to do before it does it, and each thing it made', async () => {
    const { client, simulator } = createOrganization();
    const records: (Partial<LeaseRecord> & { requests: number })[] = [];
    const lease = await mint(client, request, {
      journal: (record) => {
        records.push({ ...record, requests: simulator.requests.length });
      },
    });
    const { name, expiresAt, apiKey } = lease;
    const roleId = roleIdOf(lease);
    const intent = { method: 'scoped-role', name, expiresAt };
    expect(records).toEqual([
      { ...intent, phase: 'intended', requests: 0 },
      { ...intent, phase: 'made', roleId, requests: 1 },
      { ...intent, phase: 'made', roleId, apiKey, requests: 2 },
    ]);
  });

  it.each([
    ['a refusal of the role', { operation: 'create-iam-role', respond: { status: 403 } }, 2],
    ['a refusal of the key', { operation: 'create-api-key', respond: { status: 403 } }, 3],
  ])('takes its word back after %s, since nothing is left', async (_, fault, words) => {
    const organization = createOrganization();
    const { client, simulator } = organization;
    simulator.faults.add(fault);
    const records: (LeaseRecord | undefined)[] = [];
    const journal = (record: LeaseRecord | undefined): void => {
      records.push(record);
    };
    await expect(mint(client, request, { journal })).rejects.toMatchObject({ status: 403 });
    // Where nothing can be left, nothing is looked for.
    const removed = words === 2 ? [] : ['create-api-key', 'list-api-keys', 'delete-iam-role'];
    expect(operationsOf(organization)).toEqual(['create-iam-role', ...removed]);
    expect(records).toHaveLength(words);
    expect(records.map((record) => record !== undefined)).toEqual([
      ...Array.from({ length: words - 1 }, () => true),
      false,
    ]);
  });

  it('keeps its word after a lost answer, which may still take effect', async () => {
    const { client, simulator } = createOrganization();
    simulator.faults.add({ operation: 'create-iam-role', dropConnection: 'before' });
    let last: LeaseRecord | undefined;
    const journal = (record: LeaseRecord | undefined): void => {
      last = record;
    };
    await expect(mint(client, request, { journal })).rejects.toMatchObject({ uncertain: true });
    expect(last).toBeDefined();
  });

  it('says why it failed even when its word cannot be taken back', async () => {
    const { client, simulator } = createOrganization();
    simulator.faults.add({ operation: 'create-iam-role', respond: { status: 403 } });
    const journal = (record: LeaseRecord | undefined): void => {
      if (!record) throw new Error('disk full');
    };
    await expect(mint(client, request, { journal })).rejects.toMatchObject({ status: 403 });
  });

  it('makes nothing when the scope is refused', async () => {
    const { client, simulator } = createOrganization();
    const refused = mint(client, { ...request, scope: { operations: [] } });
    await expect(refused).rejects.toMatchObject({ code: 'ERR_SCOPE_EMPTY' });
    expect(simulator.requests).toEqual([]);
  });

  it('makes nothing when the journal cannot be written', async () => {
    const { client, simulator } = createOrganization();
    const journal = (): never => {
      throw new Error('disk full');
    };
    await expect(mint(client, request, { journal })).rejects.toThrow('disk full');
    expect(simulator.requests).toEqual([]);
  });

  it('finds the role when the answer that told its id was lost', async () => {
    const organization = createOrganization();
    organization.simulator.faults.add({ operation: 'create-iam-role', dropConnection: 'after' });
    const lease = await mint(organization.client, request);
    expect(organization.simulator.state.roles.has(roleIdOf(lease))).toBe(true);
    expect(leftOf(organization)).toEqual({ keys: 1, roles: 1 });
  });

  it('removes the key whose secret was lost, and makes one more', async () => {
    const organization = createOrganization();
    organization.simulator.faults.add({ operation: 'create-api-key', dropConnection: 'after' });
    const lease = await mint(organization.client, request);
    expect(operationsOf(organization)).toEqual([
      'create-iam-role',
      'create-api-key',
      'list-api-keys',
      'delete-api-key',
      'create-api-key',
    ]);
    expect(leftOf(organization)).toEqual({ keys: 1, roles: 1 });
    await organization.clientOf(lease).request('list-instances');
  });

  it('counts its deadline from when the key was made', async () => {
    const organization = createOrganization({ roleVisibleAfterMs: 1000 });
    const started = Math.floor(organization.client.now() / 1000);
    const { expiresAt } = await mint(organization.client, request);
    expect(expiresAt).toBe(Math.floor(organization.client.now() / 1000) + 900);
    expect(expiresAt).toBeGreaterThan(started + 900);
  });

  it('waits for a role that the API does not know yet', async () => {
    const organization = createOrganization({ roleVisibleAfterMs: 1000 });
    await mint(organization.client, request);
    expect(organization.sleeps).toEqual([250, 500, 1000].slice(0, organization.sleeps.length));
    expect(leftOf(organization)).toEqual({ keys: 1, roles: 1 });
  });

  it.each([
    [
      'the role is refused',
      { operation: 'create-iam-role', respond: { status: 400 } },
      'ERR_REQUEST_REFUSED',
    ],
    [
      'the role fails',
      {
        operation: 'create-iam-role',
        respond: { status: 200, body: { id: '1', state: 'failure' } },
      },
      'ERR_OPERATION_FAILED',
    ],
    [
      'the role gets no answer',
      { operation: 'create-iam-role', dropConnection: 'before' },
      'ERR_UNREACHABLE',
    ],
    [
      'the key is refused',
      { operation: 'create-api-key', respond: { status: 403 } },
      'ERR_FORBIDDEN',
    ],
    [
      'the role stays unknown',
      {
        operation: 'create-api-key',
        times: Infinity,
        respond: { status: 404, body: { message: 'Not found' } },
      },
      'ERR_NOT_FOUND',
    ],
    [
      'the key gets no answer',
      { operation: 'create-api-key', times: 2, dropConnection: 'after' },
      'ERR_UNREACHABLE',
    ],
    [
      'the key is answered with HTML',
      { operation: 'create-api-key', times: 2, respond: { status: 200, body: '<html>' } },
      'ERR_ANSWER_UNREADABLE',
    ],
  ] as const)('leaves nothing behind when %s', async (_, fault, code) => {
    const organization = createOrganization();
    organization.simulator.faults.add(fault);
    await expect(mint(organization.client, request)).rejects.toMatchObject({ code });
    expect(leftOf(organization)).toEqual({ keys: 0, roles: 0 });
  });

  it.each([1, 2, 3])('leaves nothing behind when it is aborted after step %i', async (step) => {
    const organization = createOrganization();
    const controller = new AbortController();
    let steps = 0;
    const journal = (): void => {
      steps += 1;
      if (steps === step) controller.abort(new Error('Cancelled'));
    };
    const minting = mint(organization.client, request, { journal, signal: controller.signal });
    await expect(minting).rejects.toThrow('Cancelled');
    expect(leftOf(organization)).toEqual({ keys: 0, roles: 0 });
  });

  it('says what it had to leave behind', async () => {
    const organization = createOrganization();
    organization.simulator.faults.add({ operation: 'create-api-key', respond: { status: 403 } });
    organization.simulator.faults.add({
      operation: 'delete-iam-role',
      times: Infinity,
      respond: { status: 503 },
    });
    await expect(mint(organization.client, request)).rejects.toMatchObject({
      code: 'ERR_LEFT_BEHIND',
      message: expect.stringContaining('exo-lease.'),
      cause: expect.objectContaining({ errors: [expect.anything(), expect.anything()] }),
    });
  });

  it('says so for a key alone', async () => {
    const { client, simulator } = createOrganization();
    const respond = { status: 503 };
    simulator.faults.add({ operation: 'delete-api-key', times: Infinity, respond });
    const journal = ({ apiKey }: Partial<LeaseRecord> = {}): void => {
      if (apiKey) throw new Error('disk full at 1.5 GB.');
    };
    const asked: MintRequest = { ...request, scope: { role: 'Owner' } };
    await expect(mint(client, asked, { journal })).rejects.toMatchObject({
      code: 'ERR_LEFT_BEHIND',
      message: expect.stringContaining('(disk full at 1.5 GB)'),
    });
  });

  it('says so whatever it was that failed', async () => {
    const organization = createOrganization();
    const faults = { operation: 'delete-iam-role', times: Infinity, respond: { status: 503 } };
    organization.simulator.faults.add(faults);
    const journal = ({ roleId }: Partial<LeaseRecord> = {}): void => {
      // oxlint-disable-next-line typescript/only-throw-error -- a journal is the caller's code
      if (roleId) throw 'disk full';
    };
    await expect(mint(organization.client, request, { journal })).rejects.toMatchObject({
      code: 'ERR_LEFT_BEHIND',
      message: expect.stringContaining('disk full'),
    });
  });

  it('lets the first failure speak when nothing is known to have been made', async () => {
    const organization = createOrganization();
    organization.simulator.faults.add({ times: Infinity, respond: { status: 500 } });
    await expect(mint(organization.client, request)).rejects.toMatchObject({
      code: 'ERR_SERVER',
      operation: 'create-iam-role',
    });
  });
});

function roleIdOf({ role }: Lease): string {
  return role?.id ?? 'none';
}

function leftOf({ simulator }: Organization): { keys: number; roles: number } {
  const ours = ({ name }: { readonly name: string }): boolean => name.startsWith('exo-lease.');
  return {
    keys: [...simulator.state.apiKeys.values()].filter(ours).length,
    roles: [...simulator.state.roles.values()].filter(ours).length,
  };
}
