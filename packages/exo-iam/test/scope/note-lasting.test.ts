import { describe, expect, it } from 'vitest';

import type { IamPolicy, IamServicePolicy } from '../../src/resources/iam-policy.ts';
import { compileScope } from '../../src/scope/compile-scope.ts';
import { findKnownOperation, knownOperations } from '../../src/scope/known-operation.ts';
import { noteLastingOperations } from '../../src/scope/note-lasting.ts';

const more = 'give itself or others more';
const without = 'works without the key';

/** The operations of the catalogue whose notes say so. */
function notedFor(words: string): string[] {
  return knownOperations
    .filter((operation) => noteLastingOperations([operation]).some((note) => note.includes(words)))
    .map(({ name }) => name)
    .sort();
}

// Written out, so that a catalogue that is refreshed shows what it adds.
describe('operations', () => {
  it('that give rights in the organization are noted', () => {
    expect(notedFor(more)).toEqual([
      'assume-iam-role',
      'create-api-key',
      'create-iam-role',
      'create-user',
      'reset-iam-organization-policy',
      'update-iam-organization-policy',
      'update-iam-role',
      'update-iam-role-policy',
      'update-user-role',
    ]);
  });

  it('that hand out access of another kind are noted', () => {
    expect(notedFor(without)).toEqual([
      'create-ai-api-key',
      'create-dbaas-clickhouse-user',
      'create-dbaas-kafka-user',
      'create-dbaas-mysql-user',
      'create-dbaas-opensearch-user',
      'create-dbaas-postgres-user',
      'create-dbaas-valkey-user',
      'generate-sks-cluster-kubeconfig',
      'get-console-proxy-url',
      'get-dbaas-service-grafana',
      'get-dbaas-service-kafka',
      'get-dbaas-service-mysql',
      'get-dbaas-service-opensearch',
      'get-dbaas-service-pg',
      'get-dbaas-service-thanos',
      'get-dbaas-service-valkey',
      'get-sos-presigned-url',
      'put-bucket-acl',
      'put-object-acl',
      'reset-dbaas-clickhouse-user-password',
      'reset-dbaas-grafana-user-password',
      'reset-dbaas-kafka-user-password',
      'reset-dbaas-mysql-user-password',
      'reset-dbaas-opensearch-user-password',
      'reset-dbaas-postgres-user-password',
      'reset-dbaas-valkey-user-password',
      'reveal-ai-api-key',
      'reveal-dbaas-clickhouse-user-password',
      'reveal-dbaas-grafana-user-password',
      'reveal-dbaas-kafka-connect-password',
      'reveal-dbaas-kafka-user-password',
      'reveal-dbaas-mysql-user-password',
      'reveal-dbaas-opensearch-user-password',
      'reveal-dbaas-postgres-user-password',
      'reveal-dbaas-thanos-user-password',
      'reveal-dbaas-valkey-user-password',
      'reveal-deployment-api-key',
      'reveal-instance-password',
      'rotate-ai-api-key',
      'update-ai-api-key',
    ]);
  });

  it('whose names are only like theirs are not', () => {
    const [like] = knownOperations;
    const noted = (name: string): boolean =>
      like !== undefined && noteLastingOperations([{ ...like, name }]).length > 0;
    for (const name of notedFor(without)) {
      expect([name, noted(name), noted(`x${name}`)]).toEqual([name, true, false]);
      expect([name, noted(`${name}-x`)]).toEqual([name, name.startsWith('reveal-')]);
    }
  });

  it.each([
    ['get-x', 0],
    ['list-x', 0],
    ['delete-x', 0],
    ['forget-x', 1],
    ['x-list-x', 1],
  ])('of the class iam called %s have %i notes', (name, count) => {
    const facts = { asynchronous: false, tags: [], confirmed: true, bucketless: false };
    const operation = { name, serviceClass: 'iam', ...facts };
    expect(noteLastingOperations([operation])).toHaveLength(count);
  });

  it('are named up to ten', () => {
    const all = notedFor(without);
    const noteOf = (count: number): string => {
      const names = all.slice(0, count);
      const named = names.flatMap((name) => findKnownOperation(name) ?? []);
      return noteLastingOperations(named).join('\n');
    };
    expect(noteOf(10)).toContain(`with ${all.slice(0, 10).join(', ')} works`);
    expect(noteOf(11)).toContain(`with ${all.slice(0, 10).join(', ')} and 1 more works`);
  });

  it('that do neither are not', () => {
    const operations = ['list-instances', 'get-instance', 'delete-api-key', 'get-ai-api-key'];
    expect(compileScope({ operations }).notes.join()).not.toMatch(`${more}|${without}`);
  });

  it('are noted when a tag stands for them, however many', () => {
    const ofTag = (tag: string): string => compileScope({ tags: [tag] }).notes.join('\n');
    expect(ofTag('compute:read')).toContain('get-console-proxy-url');
    expect(ofTag('sos:read')).toContain('get-sos-presigned-url');
    expect(ofTag('dbaas')).toMatch(
      /What the key gets or sets with (?:[\w-]+, ){9}[\w-]+ and \d+ more/,
    );
  });
});

describe('a policy that is taken as it is', () => {
  const rules = (...actions: readonly ('allow' | 'deny')[]): IamServicePolicy => ({
    type: 'rules',
    rules: actions.map((action) => ({ action, expression: 'true' })),
  });
  const policyOf = (iam?: IamServicePolicy): IamPolicy => ({
    'default-service-strategy': 'deny',
    services: { dns: { type: 'allow' }, ...(iam && { iam }) },
  });

  it.each<[string, IamServicePolicy | undefined, boolean]>([
    ['allows the class iam', { type: 'allow' }, true],
    ['has a rule that allows something in it', rules('deny', 'allow'), true],
    ['has rules that deny alone', rules('deny'), false],
    ['denies the class', { type: 'deny' }, false],
    ['does not list the class', undefined, false],
  ])('and %s', (_, iam, noted) => {
    const policy = policyOf(iam);
    for (const scope of [{ policy }, { template: { source: 'role x', policy } }]) {
      expect(compileScope(scope).notes.some((note) => note.includes(more))).toBe(noted);
    }
  });
});
