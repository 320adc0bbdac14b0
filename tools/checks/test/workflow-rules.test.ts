import { describe, expect, it } from 'vitest';

import { findUnboundedJobs, findViolations } from '../src/workflow-rules.ts';

const job = 'permissions: {}, timeout-minutes: 5';

/** A workflow that breaks no rule but those the arguments break. */
function workflow({ on = 'push', top = '', jobs = `a: { ${job} }` } = {}): string {
  return `name: w\non: ${on}\npermissions: {}\n${top}\njobs: { ${jobs} }\n`;
}

describe('findViolations', () => {
  it.each([
    [
      'template-injection',
      workflow({ jobs: `a: { ${job}, steps: [{ run: 'echo \${{ inputs.x }}' }] }` }),
    ],
    ['excessive-permissions', workflow().replace('permissions: {}\n', 'permissions: read-all\n')],
    ['excessive-permissions', workflow({ jobs: 'a: { timeout-minutes: 5 }' })],
    ['undocumented-permissions', workflow({ top: 'x:\n  contents: write' })],
    ['dangerous-triggers', workflow({ on: '[push, pull_request_target]' })],
    [
      'dangerous-triggers',
      workflow({ on: '{ workflow_run: {} }', jobs: `a: { ${job}, steps: [{ uses: ./a }] }` }),
    ],
    [
      'secrets-inherit',
      workflow({ jobs: 'a: { uses: ./b.yml, permissions: {}, secrets: inherit }' }),
    ],
    ['overprovisioned-secrets', workflow({ top: 'env: { A: "${{ toJSON(secrets) }}" }' })],
    ['unredacted-secrets', workflow({ top: 'env: { A: "${{ fromJSON(secrets.a).b }}" }' })],
    [
      'cache-poisoning',
      workflow({ jobs: `a: { ${job}, environment: e, steps: [{ uses: actions/setup-node@v6 }] }` }),
    ],
    [
      'cache-poisoning',
      workflow({
        jobs: 'a: { permissions: { id-token: write }, timeout-minutes: 5, steps: [{ uses: actions/cache@v5 }] }',
      }),
    ],
    [
      'cache-poisoning',
      workflow({
        jobs: 'a: { permissions: write-all, timeout-minutes: 5, steps: [{ uses: b/c@v1, with: { cache: npm } }] }',
      }),
    ],
    [
      'cache-poisoning',
      workflow({ jobs: `a: { ${job}, environment: e, steps: [{ uses: actions/setup-go@v6 }] }` }),
    ],
    ['unpinned-images', workflow({ jobs: `a: { ${job}, container: 'node:24' }` })],
    ['unpinned-images', workflow({ jobs: `a: { ${job}, services: { db: { image: postgres } } }` })],
    ['anonymous-definition', workflow().replace('name: w\n', '')],
    ['six hours', workflow({ jobs: 'a: { permissions: {} }' })],
    ['insecure-commands', workflow({ top: 'env: { ACTIONS_ALLOW_UNSECURE_COMMANDS: true }' })],
  ])('finds %s', (name, text) => {
    expect(findViolations(text)).toEqual([expect.stringContaining(name)]);
  });

  it.each([
    ['a workflow that keeps the rules', workflow({ top: 'x:\n  contents: read # a reason' })],
    [
      'a setup of Go without a cache',
      workflow({
        jobs: `a: { ${job}, environment: e, steps: [{ uses: actions/setup-go@v6, with: { cache: false } }] }`,
      }),
    ],
    ['workflow_run that takes nothing', workflow({ on: '{ workflow_run: {} }' })],
    [
      'a cache for pull requests',
      workflow({
        on: 'pull_request',
        jobs: `a: { ${job}, environment: e, steps: [{ uses: actions/cache@v5 }] }`,
      }),
    ],
    ['a pinned image', workflow({ jobs: `a: { ${job}, container: { image: 'node@sha256:0' } }` })],
    [
      'a called workflow without a limit',
      workflow({ jobs: 'a: { uses: ./b.yml, permissions: {} }' }),
    ],
    ['a composite action', 'name: a\nruns: { using: composite, steps: [{ run: "true" }] }'],
  ])('is content with %s', (_, text) => {
    expect(findViolations(text)).toEqual([]);
  });

  it('looks into composite actions', () => {
    const text = "runs: { steps: [{ run: 'echo ${{ inputs.x }}' }] }";
    expect(findViolations(text)).toHaveLength(1);
  });
});

describe('findUnboundedJobs', () => {
  it.each([
    [workflow(), 1],
    [workflow({ top: 'concurrency: c' }), 0],
    [workflow({ jobs: `a: { ${job}, concurrency: c }` }), 0],
  ])('of %j', (text, count) => {
    expect(findUnboundedJobs(text)).toHaveLength(count);
  });
});
