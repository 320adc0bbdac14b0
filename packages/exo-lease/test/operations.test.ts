// `exo-lease operations`, and that its answers are those of the simulator.
import { compileScope, type Scope } from '@x/exo-iam';
import { createSimulator } from '@x/exo-sim';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { decideOperation } from '../src/policy/decide-operation.ts';
import { listedOperations } from '../src/policy/list-operations.ts';
import { run } from './support/command.ts';
import { openOrganization, type Organization } from './support/organization.ts';
import { runHere } from './support/run-here.ts';

interface Row {
  readonly operation: string;
  readonly mine?: string;
}

describe('operations', () => {
  let organization: Organization;

  beforeAll(async () => {
    organization = await openOrganization();
  });

  afterAll(() => organization.close());

  async function rows(args: readonly string[], env = organization.env): Promise<Row[]> {
    const { stdout } = await runHere(['operations', ...args, '-O', 'json'], { env });
    return JSON.parse(stdout) as Row[];
  }

  it('lists by text and by tag, without a key', async () => {
    const { env } = organization;
    const { PATH, HOME } = env as Record<'PATH' | 'HOME', string>;
    const bare = { PATH, HOME };
    const byText = await rows(['reset-instance'], bare);
    expect(byText.map(({ operation }) => operation)).toContain('reset-instance-password');
    const byTag = await rows(['--tag', 'dns:read'], bare);
    expect(byTag.map(({ operation }) => operation)).toContain('list-dns-domains');
    expect(byTag.map(({ operation }) => operation)).not.toContain('create-dns-domain');
  });

  it('--mine says what the key certainly may, and what depends', async () => {
    const { env, simulator } = organization;
    const operations = 'get-api-key,get-iam-role,list-zones,get-object,list-buckets';
    const scope = ['--operation', operations, '--resource', 'sos/bucket:bbb'];
    const created = await runHere(['create', ...scope, '-O', 'json'], { env });
    const { key, secret } = JSON.parse(created.stdout) as Record<'key' | 'secret', string>;
    const own = { ...env, EXOSCALE_API_KEY: key, EXOSCALE_API_SECRET: secret };
    const ended = await run(['operations', '--mine', '-O', 'json'], { env: own });
    const answers = (JSON.parse(ended.stdout) as Row[]).map((row) => [row.operation, row.mine]);
    expect(Object.fromEntries(answers)).toEqual({
      'get-api-key': 'yes',
      'get-iam-role': 'yes',
      'list-zones': 'yes',
      'list-buckets': 'yes',
      'get-object': 'condition',
    });
    expect(ended.stderr).toContain('organization policy could not be read');
    expect(
      simulator.decide({ apiKey: key, operation: 'get-object', serviceClass: 'sos' }).allowed,
    ).toBe(false);
  });

  it('--mine exits with 77 for a key that may not read its own role', async () => {
    const { env } = organization;
    const created = await runHere(['create', '--operation', 'list-zones', '-O', 'json'], { env });
    const { key, secret } = JSON.parse(created.stdout) as Record<'key' | 'secret', string>;
    const own = { ...env, EXOSCALE_API_KEY: key, EXOSCALE_API_SECRET: secret };
    const ended = await runHere(['operations', '--mine'], { env: own });
    expect(ended.code).toBe(77);
    expect(ended.stderr).toContain('class iam');
  });
});

describe('decideOperation', () => {
  const scopes: readonly Scope[] = [
    { operations: ['list-zones', 'reset-instance'] },
    { tags: ['compute:read', 'dns'] },
    { tags: ['sos'], resources: ['sos/bucket:bbb'] },
    { operations: ['get-object', 'list-buckets'], resources: ['sos/bucket:aaa', 'sos/bucket:bbb'] },
    { operations: ['unrestricted'] },
    {
      policy: {
        'default-service-strategy': 'deny',
        services: {
          compute: {
            type: 'rules',
            rules: [
              {
                action: 'deny',
                expression: "zone == 'ch-dk-2' && operation.startsWith('delete-')",
              },
              {
                action: 'allow',
                expression: "operation.startsWith('list-') || parameters.name == 'x'",
              },
              { action: 'allow', expression: 'not CEL at all' },
            ],
          },
        },
      },
    },
  ];
  // What a request can hold that a policy asks about.
  const requests = [
    {},
    { zone: 'ch-dk-2', parameters: { name: 'x' } },
    { zone: 'de-fra-1', parameters: { bucket: 'bbb' } },
    { parameters: { bucket: 'ccc', name: 'x' } },
  ];

  it.each(scopes.map((scope) => [JSON.stringify(scope).slice(0, 60), scope] as const))(
    'never contradicts the simulator: %s',
    (_, scope) => {
      const { policy } = compileScope(scope);
      const parentKey = { apiKey: 'EXO1', apiSecret: 's', policy } as const;
      const simulator = createSimulator({ parentKey });
      const now = new Date().toISOString();
      const variables = { now, api_key: 'EXO1', identity: { created: now, key: 'EXO1' } };
      const seen = new Set<string>();
      for (const { operation, class: serviceClass } of listedOperations) {
        const answer = decideOperation(policy, { operation, serviceClass }, variables);
        seen.add(answer);
        for (const request of requests) {
          const question = { apiKey: 'EXO1', operation, serviceClass, ...request };
          const { allowed } = simulator.decide(question);
          const isContradicted = answer === (allowed ? 'no' : 'yes');
          expect([question, isContradicted]).toEqual([question, false]);
        }
      }
      expect(seen.size).toBeGreaterThan(0);
    },
  );
});
