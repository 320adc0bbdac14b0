import { beforeEach, expect, it } from 'vitest';

import { createSimulator, type Simulator } from '../../src/index.ts';
import { clientOf, denyAllBut, type Send } from '../support/client.ts';

let simulator: Simulator;
let send: Send;

beforeEach(() => {
  simulator = createSimulator();
  send = clientOf(simulator);
});

it('shows the organization', async () => {
  expect((await send('GET', '/v2/organization')).body).toMatchObject({
    id: simulator.state.organization.id,
    currency: 'CHF',
  });
});

it('lists its users', async () => {
  expect((await send('GET', '/v2/user')).body).toEqual({
    users: [
      {
        id: expect.any(String),
        email: 'owner@example.org',
        role: { id: expect.any(String), name: 'Owner' },
        sso: false,
        'two-factor-authentication': true,
        pending: false,
      },
    ],
  });
});

it('takes a policy, holds to it, and takes it back', async () => {
  const policy = denyAllBut({ iam: { type: 'allow' } });
  expect((await send('PUT', '/v2/iam-organization-policy', policy)).body).toMatchObject({
    state: 'success',
  });
  expect((await send('GET', '/v2/iam-organization-policy')).body).toEqual(policy);
  expect(await send('GET', '/v2/instance')).toMatchObject({ status: 403 });
  await send('POST', '/v2/iam-organization-policy:reset');
  expect(await send('GET', '/v2/instance')).toMatchObject({ status: 200 });
});

it('refuses what is not a policy', async () => {
  expect(await send('PUT', '/v2/iam-organization-policy', {})).toMatchObject({ status: 400 });
});
