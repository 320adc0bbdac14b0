// Wrong command lines: exit code 64, a helpful line, and nothing sent.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openOrganization, type Organization } from './support/organization.ts';
import { runHere } from './support/run-here.ts';

const policy = '{"default-service-strategy": "deny"';

// [arguments, what standard error has to name]
const cases: readonly (readonly [readonly string[], string])[] = [
  [[], 'Usage'],
  [['lst'], 'list'],
  [['list', '--prefx', 'a'], '--prefix'],
  [['list', '-O', 'yaml'], 'table, json, text'],
  [['exec', '--operation', 'list-zones'], '-- exo'],
  [['exec', '--operation', 'list-zones', 'true'], 'hyphens'],
  [['exec', '--operation', 'list-zoness', '--', 'true'], 'list-zones'],
  [['exec', '--', 'true'], 'scope is empty'],
  [['exec', '--operation', 'list-zones', '--ttl', '5', '--', 'true'], 'ttl'],
  [
    ['exec', '--operation', 'list-zones', '--export', 'aws', '--', 'true'],
    'exoscale, terraform, sos',
  ],
  [['exec', '--tag', 'sos', '--export', 'sos', '--', 'true'], 'zone'],
  [['create', '--policy', policy], 'JSON'],
  [['create', '--policy', '/does/not/exist'], 'ENOENT'],
  [['create', '--operation', 'list-zones', '--method', 'magic'], 'scoped-role'],
  [['create', '--operation', 'list-zones', '--prefix', 'a.b'], 'prefix'],
  [['explain', '--template', 'EXO1'], '--template'],
  [['operations', '--tag', 'computer'], 'compute'],
  [['revoke'], '--all'],
  [['revoke', '--all', 'EXO1'], '--all'],
  [['revoke', '--run', '1', 'EXO1'], '--all'],
  [['sweep', '--grace', 'soon'], 'grace'],
  [['sweep', '--max-keys', '0'], '--max-keys'],
  [['list', '--endpoint', 'http://example.com'], 'endpoint'],
  [['completion', 'tcsh'], 'bash, zsh, fish'],
];

describe('a wrong command line', () => {
  let organization: Organization;

  beforeAll(async () => {
    organization = await openOrganization();
  });

  afterAll(() => organization.close());

  it.each(cases)('%j', async (args, named) => {
    const { env, simulator } = organization;
    const ended = await runHere(args, { env });
    expect(ended).toMatchObject({ code: 64, stdout: '' });
    expect(ended.stderr).toContain(named);
    expect(ended.stderr).not.toMatch(/^\s+at /m);
    expect(simulator.requests).toEqual([]);
  });
});
