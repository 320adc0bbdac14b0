import { describe, expect, it } from 'vitest';

import {
  findInjections,
  findPersistentCredentials,
  findUnpinned,
  parseWorkflow,
} from '../src/workflow.ts';

const sha = '0123456789abcdef0123456789abcdef01234567';

describe('findUnpinned', () => {
  it.each([
    '- uses: a/b@v1',
    '- uses: a/b@main # v1.0.0',
    `- uses: a/b@${sha}`,
    `- uses: a/b@${sha} # v1`,
    '  uses: docker://alpine:3',
  ])('finds %s', (line) => {
    expect(findUnpinned(line)).toEqual([line]);
  });

  it.each([
    `- uses: a/b@${sha} # v1.2.3`,
    `  uses: 'a/b/c@${sha}' # v1.2.3`,
    '- uses: ./actions/mint',
    '- uses: x/exo-lease/actions/mint@v1',
  ])('is content with %s', (line) => {
    expect(findUnpinned(line)).toEqual([]);
  });
});

describe('findPersistentCredentials', () => {
  it('finds a checkout that keeps the token', () => {
    const checkout = { uses: 'actions/checkout@v6' };
    const careful = { ...checkout, with: { 'persist-credentials': false } };
    const explicit = { ...checkout, with: { 'persist-credentials': true } };
    expect(findPersistentCredentials([checkout, careful, explicit])).toEqual([checkout, explicit]);
  });
});

describe('findInjections', () => {
  it.each([
    'github.event.pull_request.title',
    ' github.head_ref ',
    "format('{0}', github.event.x)",
  ])('finds %s in a script', (expression) => {
    const step = { run: `echo "\${{${expression}}}"` };
    expect(findInjections([step])).toEqual([step]);
  });

  it('is content with facts that nobody else writes', () => {
    expect(findInjections([{ run: 'echo ${{ github.sha }} $github.event' }])).toEqual([]);
  });
});

describe('parseWorkflow', () => {
  it('lists the steps of all jobs', () => {
    const text =
      'jobs: { a: { steps: [{ run: x }] }, b: { uses: ./c.yml }, d: { steps: [{ run: y }] } }';
    expect(parseWorkflow(text).steps).toEqual([{ run: 'x' }, { run: 'y' }]);
  });
});
