// The examples that need nothing but Node run here: they do what they say, and leave nothing behind.
import { createClient, createIamRole } from '@x/exo-iam';
import type { Simulator } from '@x/exo-sim';
import { describe, expect, it } from 'vitest';

import { glob, read } from '../src/repository.ts';
import {
  expectNothingLeft,
  operationsOf,
  type Options,
  type Outcome,
  play,
} from './examples-support.ts';

describe('examples', () => {
  it('deploy.yml uses its two operations and is refused a third', async () => {
    const outcome = await play('deploy.yml');
    expect(outcome.result.conclusion).toBe('success');
    expect(outcome.used).toEqual(['list-zones 200', 'list-instances 200', 'create-instance 403']);
    expectNothingLeft(outcome);
  });

  it('matrix.yml mints a key for each leg', async () => {
    const outcome = await play('matrix.yml');
    expect(outcome.result.conclusion).toBe('success');
    const leg = ['list-instances 200', 'list-block-storage-volumes 200'];
    expect(outcome.used).toEqual([...leg, ...leg]);
    expect(operationsOf(outcome.simulator, 'create-api-key')).toBe(2);
    expectNothingLeft(outcome);
  });

  it('several-keys.yml keeps the reader from writing', async () => {
    const outcome = await play('several-keys.yml');
    expect(outcome.result.conclusion).toBe('success');
    const expected = ['list-dns-domains 200', 'create-dns-domain 403', 'create-dns-domain 200'];
    expect(outcome.used).toEqual(expected);
    const users = outcome.simulator.requests.filter(({ operation }) => /dns/.test(operation ?? ''));
    expect(new Set(users.map(({ apiKey }) => apiKey)).size).toBe(2);
    expectNothingLeft(outcome);
  });

  it('composite.yml gives its caller a result and no key', async () => {
    const outcome = await play('composite.yml');
    expect(outcome.result.conclusion).toBe('success');
    expect(outcome.used).toEqual(['list-instances 200']);
    expect(outcome.result.outputs).toEqual({ instances: '{"instances":[]}' });
    expectNothingLeft(outcome);
  });

  it('reusable-deploy.yml works with the secrets and inputs it declares', async () => {
    const outcome = await play('reusable-deploy.yml', {
      secretNames: ['api-key', 'api-secret'],
      inputs: { operations: 'list-instances', path: '/instance' },
    });
    expect(outcome.result.conclusion).toBe('success');
    expect(outcome.used).toEqual(['list-instances 200']);
    expectNothingLeft(outcome);
  });

  it('dry-run.yml explains the policy and makes nothing', async () => {
    const outcome = await play('dry-run.yml', { github: ofPullRequest('x/exo-lease') });
    expect(outcome.result.conclusion).toBe('success');
    const { outputs } = outcome.result.steps.find(({ id }) => id === 'scope') ?? {};
    expect(JSON.parse(outputs?.['policy'] ?? '')).toMatchObject({
      'default-service-strategy': 'deny',
    });
    const writing = outcome.simulator.requests.filter(({ method }) => method !== 'GET');
    expect(writing).toEqual([]);
    expectNothingLeft(outcome);
  });

  it('dry-run.yml is skipped for a fork', async () => {
    const { result, simulator } = await play('dry-run.yml', { github: ofPullRequest('fork/it') });
    expect(result.conclusion).toBe('skipped');
    expect(simulator.requests).toEqual([]);
  });

  it.each(['sweep-schedule.yml', 'sweep-after-run.yml'])(
    '%s revokes a lease past its deadline, and nothing of others',
    async (file) => {
      const outcome = await play(file, { prepare: addRoles, inputs: { 'dry-run': 'false' } });
      expect(outcome.result.conclusion).toBe('success');
      expect(rolesOf(outcome)).toEqual(['theirs']);
    },
  );

  it('sweep-schedule.yml only looks when it is run by hand as it stands', async () => {
    const outcome = await play('sweep-schedule.yml', { prepare: addRoles });
    expect(outcome.result.conclusion).toBe('success');
    expect(outcome.result.steps[0]?.outputs).toMatchObject({ due: '1', revoked: '0' });
    expect(rolesOf(outcome)).toEqual([orphan, 'theirs']);
  });
});

const orphan = 'exo-lease.1700000000.abc.gj.996e1f71.0.7b8e1d52.1.1.2.1.x.exo-lease';

/** The role of a lease whose deadline passed in 2023, and one that is somebody else's. */
async function addRoles(simulator: Simulator): Promise<void> {
  const client = createClient({ credentials: simulator.parentKey, fetch: simulator.fetch });
  const policy = { 'default-service-strategy': 'deny', services: {} } as const;
  for (const name of [orphan, 'theirs']) await createIamRole(client, { name, policy });
}

function rolesOf({ simulator }: Outcome): readonly string[] {
  const names = [...simulator.state.roles.values()].map(({ name }) => name);
  return names.filter((name) => [orphan, 'theirs'].includes(name));
}

function ofPullRequest(from: string): NonNullable<Options['github']> {
  const pullRequest = { head: { repo: { full_name: from } } };
  return { repository: 'x/exo-lease', event: { pull_request: pullRequest } };
}

describe('examples/README.md', () => {
  it('has a row for every example', () => {
    const readme = read('examples/README.md');
    const files = glob('examples/**/*.{yml,mjs}').map((path) => path.slice('examples/'.length));
    expect(files.filter((file) => !readme.includes(`(${file})`))).toEqual([]);
  });
});
