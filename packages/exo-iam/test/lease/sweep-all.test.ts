// Every lease ends, as after a compromise.
import { expect, it } from 'vitest';

import { formatLeaseName } from '../../src/lease/format-lease-name.ts';
import { sweep } from '../../src/lease/sweep.ts';
import { createIamRole } from '../../src/resources/iam-role.ts';
import { leftoversOf, nothing } from '../support/leftovers.ts';
import { githubJob, nameOf } from '../support/lessee.ts';
import { createOrganization } from '../support/organization.ts';
import { dnsOnly } from '../support/roles.ts';

const prefix = 'exo-lease';

it('ends every lease when it is told to, whatever the jobs, the grace and the limit say', async () => {
  const organization = createOrganization();
  for (const random of ['1', '2', '3']) {
    const name = await nameOf(Date.UTC(2026, 11) / 1000, { random });
    await createIamRole(organization.client, { name, policy: dnsOnly });
  }
  const isOver = async (): Promise<never> => {
    throw new Error('asked');
  };
  const options = { prefix, all: {}, isOver, maxRevocations: 1, graceSeconds: 3600 };
  const swept = await sweep(organization.client, options);
  expect(swept.map(({ outcome }) => outcome)).toEqual(['revoked', 'revoked', 'revoked']);
  expect(leftoversOf(organization)).toEqual(nothing);
});

it.each([
  ['a repository', { repository: 'X/Exo-Lease' }, ['a', 'b']],
  ['a run, of whatever CI', { runId: '7' }, ['b', 'c', 'd', 'g']],
  ['a run of a repository', { repository: 'x/exo-lease', runId: '7' }, ['b']],
])('ends no more than the leases of %s', async (_, all, expected) => {
  const { client } = createOrganization();
  const ci = {
    kind: 'ci-job',
    issuer: 'https://gitlab.com',
    jobId: '1',
    projectId: '2',
  } as const;
  const attempt = {
    ...githubJob,
    kind: 'github-run',
    repository: 'x/another',
    runId: '7',
  } as const;
  const local = { kind: 'local', user: 'jane', machine: 'laptop' } as const;
  const names = [
    await nameOf(1, { random: 'a' }),
    await nameOf(2, { random: 'b', runId: '7' }),
    await nameOf(3, { random: 'c', runId: '7', repository: 'x/other' }),
    ...(await Promise.all(
      [{ ...ci, pipelineId: '7' }, { ...ci, pipelineId: '8' }, local].map((holder, index) =>
        formatLeaseName({ prefix, deadline: 4 + index, random: 'def'.charAt(index), holder }),
      ),
    )),
    await formatLeaseName({ prefix, deadline: 7, random: 'g', holder: attempt }),
  ];
  for (const name of names) await createIamRole(client, { name, policy: dnsOnly });
  const swept = await sweep(client, { prefix, all, dryRun: true });
  expect(swept.map(({ leaseName }) => leaseName.random)).toEqual(expected);
  expect(swept.every(({ outcome }) => outcome === 'due')).toBe(true);
});
