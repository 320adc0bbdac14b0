import { describe, expect, it } from 'vitest';

import { readWorkflow } from '../../src/workflow/read-workflow.ts';
import { writeWorkflow } from '../support/run-steps.ts';

const read = async (text: string, job?: string): Promise<unknown> =>
  readWorkflow(await writeWorkflow(text), job);

const twoJobs = 'jobs: { a: { steps: [{ run: "true" }] }, b: { steps: [], services: {} } }';

describe('readWorkflow', () => {
  it('reads the job that was named and leaves the others alone', async () => {
    expect(await read(twoJobs, 'a')).toMatchObject({ job: { id: 'a', steps: [{ run: 'true' }] } });
  });

  it('writes numbers and booleans the way GitHub does', async () => {
    const text = 'jobs: { a: { env: { N: 1.50, B: yes, T: true, E: }, steps: [{ run: 7 }] } }';
    expect(await read(text)).toMatchObject({
      job: { env: { N: '1.5', B: 'yes', T: 'true', E: '' }, steps: [{ run: '7' }] },
    });
  });

  it.each([
    ['', '', false],
    ['permissions: { id-token: write }', '', true],
    ['permissions: { id-token: write }', 'permissions: { contents: read },', false],
    ['permissions: write-all', '', true],
    ['permissions: read-all', 'permissions: { id-token: write },', true],
    ['permissions: {}', 'permissions: { id-token: read },', false],
    ['', 'permissions: ,', false],
  ])('takes %j and %j as whether the job may ask for OIDC tokens', async (head, own, expected) => {
    expect(await read(`${head}\njobs: { a: { ${own} steps: [] } }`)).toMatchObject({
      job: { writesIdToken: expected },
    });
  });

  it.each(['production', '{ name: production, url: x }'])(
    'reads the environment %s',
    async (name) => {
      expect(await read(`jobs: { a: { environment: ${name}, steps: [] } }`)).toMatchObject({
        job: { environment: 'production' },
      });
    },
  );

  it('reads the defaults of inputs', async () => {
    const inputs = '{ a: { default: x }, b: { type: boolean }, c: }';
    const text = `on: { workflow_dispatch: { inputs: ${inputs} } }\njobs: { a: { steps: [] } }`;
    expect(await read(text)).toMatchObject({ inputDefaults: { a: 'x', b: false, c: '' } });
  });

  it.each(['on: push', 'on: [push]', 'on:', 'name: x'])('takes %j as no inputs', async (head) => {
    expect(await read(`${head}\njobs: { a: { steps: [] } }`)).toMatchObject({ inputDefaults: {} });
  });

  it.each([
    ['JOB_NOT_FOUND', twoJobs, 'c'],
    ['JOB_NOT_FOUND', twoJobs, undefined],
    ['JOB_NOT_FOUND', 'jobs:', undefined],
    ['JOB_NOT_FOUND', 'jobs: { a: { steps: [] } }', 'toString'],
    ['UNSUPPORTED', twoJobs, 'b'],
    ['UNSUPPORTED', 'jobs: { a: { uses: ./x.yml } }', undefined],
    ['UNSUPPORTED', 'jobs: { a: { container: node, steps: [] } }', undefined],
    ['UNSUPPORTED', 'jobs: { a: { steps: [{ run: x, background: true }] } }', undefined],
    ['UNSUPPORTED', 'jobs: { a: { steps: [{ wait-all: true }] } }', undefined],
    ['WORKFLOW_INVALID', 'jobs: [', undefined],
    ['WORKFLOW_INVALID', 'jobs: { a: { steps: {} } }', undefined],
    ['WORKFLOW_INVALID', 'jobs: { a: { steps: [x] } }', undefined],
    ['WORKFLOW_INVALID', 'jobs: { a: { steps: [{ name: x }] } }', undefined],
    ['WORKFLOW_INVALID', 'jobs: { a: { steps: [{ run: x, uses: ./y }] } }', undefined],
    ['WORKFLOW_INVALID', 'jobs: { a: { steps: [{ run: x, with: {} }] } }', undefined],
    ['WORKFLOW_INVALID', 'jobs: { a: { steps: [{ run: [] }] } }', undefined],
    ['WORKFLOW_INVALID', 'jobs: { a: { stepz: [] } }', undefined],
    ['WORKFLOW_INVALID', 'jobs: { a: { env: [], steps: [] } }', undefined],
    [
      'WORKFLOW_INVALID',
      'jobs: { a: { steps: [{ run: x, id: a }, { run: x, id: A }] } }',
      undefined,
    ],
    ['WORKFLOW_INVALID', 'jobs: { a: { defaults: { run: { x: y } }, steps: [] } }', undefined],
  ])('answers with %s to %j', async (code, text, job) => {
    await expect(read(text, job)).rejects.toMatchObject({ code });
  });

  it('says when there is no file', async () => {
    await expect(readWorkflow('/nowhere.yml', undefined)).rejects.toMatchObject({
      code: 'WORKFLOW_NOT_FOUND',
    });
  });
});
