// When a lease is due: by its deadline, and by the end of its job.
import { expect, it } from 'vitest';

import { mint } from '../../src/lease/mint.ts';
import { sweep, type JobVerdict } from '../../src/lease/sweep.ts';
import { leftoversOf, nothing } from '../support/leftovers.ts';
import { lessee } from '../support/lessee.ts';
import { createOrganization, type Organization } from '../support/organization.ts';

const { prefix } = lessee;
const reasons = {
  kept: 'its job ended a moment ago and may still be revoking it',
  revoked: 'its job is over',
};

async function createLease(): Promise<Organization> {
  const organization = createOrganization();
  const scope = { operations: ['list-zones'] };
  await mint(organization.client, { scope, ttlSeconds: 900, ...lessee });
  return organization;
}

it('goes by the deadline alone unless it can ask', async () => {
  const organization = await createLease();
  const { client } = organization;
  for (const ms of [0, 900_000]) {
    organization.advance(ms);
    expect(await sweep(client, { prefix })).toMatchObject([
      { outcome: 'kept', reason: 'its deadline has not passed' },
    ]);
  }
  organization.advance(300_000);
  expect(await sweep(client, { prefix })).toMatchObject([
    { outcome: 'kept', reason: expect.stringContaining('grace') as string },
  ]);
  organization.advance(1);
  expect(await sweep(client, { prefix })).toMatchObject([
    { outcome: 'revoked', revocation: { key: 'deleted', role: 'deleted' } },
  ]);
  expect(leftoversOf(organization)).toEqual(nothing);
  expect(await sweep(client, { prefix })).toEqual([]);
});

it('does not ask about a job whose deadline has passed', async () => {
  const organization = await createLease();
  organization.advance(901_000);
  const isOver = async (): Promise<never> => {
    throw new Error('asked');
  };
  const options = { prefix, isOver, graceSeconds: 0 };
  expect(await sweep(organization.client, options)).toMatchObject([{ outcome: 'revoked' }]);
});

it.each([
  [0, undefined, 'kept'],
  [300, undefined, 'kept'],
  [301, undefined, 'revoked'],
  [60, 60, 'kept'],
  [61, 60, 'revoked'],
  [1, 0, 'revoked'],
] as const)(
  '%i s after the end of a job, with a grace of %s s: %s',
  async (seconds, grace, outcome) => {
    const { client, ...organization } = await createLease();
    const endedAt = client.now() / 1000;
    const isOver = async (): Promise<JobVerdict> => ({ over: true, endedAt });
    organization.advance(seconds * 1000);
    const options = { prefix, isOver, ...(grace !== undefined && { graceSeconds: grace }) };
    expect(await sweep(client, options)).toMatchObject([{ outcome, reason: reasons[outcome] }]);
  },
);
