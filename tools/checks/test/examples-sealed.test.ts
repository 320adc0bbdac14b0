// The sealed examples, job by job as on machines of their own: each job has the secrets of its environment
// and what the jobs before it handed on, and nothing else.
import { resolve } from 'node:path';

import { createSimulator, listen, type Listener, type Simulator } from '@x/exo-sim';
import { type JobResult, runJob } from '@x/local-runner';
import { generateIdentity, type KeyPair } from '@x/seal';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { root } from '../src/repository.ts';

interface Job {
  readonly file: string;
  readonly job: string;
  readonly secrets: Readonly<Record<string, string>>;
  readonly inputs?: Readonly<Record<string, string>>;
  /** The jobs before this one, by their names. */
  readonly needs?: Readonly<Record<string, JobResult>>;
  readonly attempt?: string;
}

let simulator: Simulator;
let listener: Listener;
let pair: KeyPair;

beforeEach(async () => {
  simulator = createSimulator();
  listener = await listen(simulator);
  pair = await generateIdentity();
});

afterEach(() => listener.close());

function run({ file, job, secrets, inputs = {}, needs = {}, attempt = '1' }: Job) {
  const results = Object.entries(needs).map(([name, { outputs, conclusion }]) => [
    name,
    { outputs, result: conclusion },
  ]);
  return runJob({
    workflowFile: resolve(root, 'examples', file),
    job,
    workspace: root,
    localActions: { 'x/exo-lease': root },
    skippedActions: ['actions/checkout'],
    secrets,
    inputs,
    needs: Object.fromEntries(results) as Readonly<Record<string, unknown>>,
    vars: { EXOSCALE_API_ENDPOINT: listener.endpoint, EXO_LEASE_RECIPIENT: pair.recipient },
    github: { run_attempt: attempt },
    write: () => undefined,
  });
}

function leasesLeft(): readonly string[] {
  const { state } = simulator;
  const names = [...state.apiKeys.values(), ...state.roles.values()].map(({ name }) => name);
  return names.filter((name) => name.startsWith('exo-lease.'));
}

function usesOf(result: JobResult): readonly string[] {
  const { apiKey: parent, apiSecret } = simulator.parentKey;
  expect(result.log).not.toContain(apiSecret);
  expect(result.log).not.toContain(pair.identity);
  return simulator.requests
    .filter(({ apiKey }) => apiKey !== parent)
    .map(({ operation, status }) => `${operation} ${status}`);
}

describe('sealed.yml', () => {
  const file = 'sealed.yml';

  function secrets() {
    const { apiKey, apiSecret } = simulator.parentKey;
    const parent = { EXOSCALE_API_KEY: apiKey, EXOSCALE_API_SECRET: apiSecret };
    return { parent, own: { EXO_LEASE_IDENTITY: pair.identity } };
  }

  it('mints, deploys without the parent key, and revokes', async () => {
    const { parent, own } = secrets();
    const mint = await run({ file, job: 'mint', secrets: parent });
    expect(mint.conclusion).toBe('success');
    expect(leasesLeft()).toHaveLength(2);
    const deploy = await run({ file, job: 'deploy', secrets: own, needs: { mint } });
    expect(deploy.conclusion).toBe('success');
    expect(usesOf(deploy)).toEqual(['list-instances 200', 'create-instance 403']);
    const revoke = await run({ file, job: 'revoke', secrets: parent, needs: { mint, deploy } });
    expect(revoke.conclusion).toBe('success');
    expect(leasesLeft()).toEqual([]);
  });

  it('says what to do when only the failed jobs run again, and revokes', async () => {
    const { parent, own } = secrets();
    const mint = await run({ file, job: 'mint', secrets: parent });
    const deploy = await run({ file, job: 'deploy', secrets: own, needs: { mint }, attempt: '2' });
    expect(deploy.conclusion).toBe('failure');
    expect(deploy.annotations.map(({ message }) => message).join()).toContain('Re-run all jobs');
    const needs = { mint, deploy };
    const revoke = await run({ file, job: 'revoke', secrets: parent, needs, attempt: '2' });
    expect(revoke.conclusion).toBe('success');
    expect(leasesLeft()).toEqual([]);
  });

  it('has nothing to revoke when the mint failed', async () => {
    const mint = await run({ file, job: 'mint', secrets: {} });
    expect(mint.conclusion).toBe('failure');
    const { parent } = secrets();
    const needs = { mint, deploy: { ...mint, conclusion: 'skipped' as const } };
    const revoke = await run({ file, job: 'revoke', secrets: parent, needs });
    expect(revoke.conclusion).toBe('skipped');
  });
});

describe('sealed-reusable.yml', () => {
  it('mints for the deployment of sealed-caller.yml, and revokes by name', async () => {
    const { apiKey, apiSecret } = simulator.parentKey;
    const secrets = { 'api-key': apiKey, 'api-secret': apiSecret };
    const inputs = { operations: 'list-instances', recipient: pair.recipient, revoke: '' };
    const called = { file: 'sealed-reusable.yml', secrets };
    const mint = await run({ ...called, job: 'mint', inputs });
    expect(mint.conclusion).toBe('success');
    const own = { EXO_LEASE_IDENTITY: pair.identity };
    const caller = { file: 'sealed-caller.yml', secrets: own };
    const deploy = await run({ ...caller, job: 'deploy', needs: { mint } });
    expect(deploy.conclusion).toBe('success');
    expect(usesOf(deploy)).toEqual(['list-instances 200']);
    const name = mint.outputs['name'] ?? '';
    const revoke = await run({ ...called, job: 'revoke', inputs: { revoke: name } });
    expect(revoke.conclusion).toBe('success');
    expect(leasesLeft()).toEqual([]);
  });
});
