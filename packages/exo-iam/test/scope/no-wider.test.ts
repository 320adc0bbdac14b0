// A scope never becomes wider than it was asked: what is pinned here would go unnoticed as a part of a list.
import { describe, expect, it } from 'vitest';

import type { IamPolicy } from '../../src/resources/iam-policy.ts';
import { compileScope } from '../../src/scope/compile-scope.ts';

const resources = ['sos/bucket:abc'];

function rulesOf(scope: Parameters<typeof compileScope>[0]): readonly { expression: string }[] {
  const { sos } = compileScope(scope).policy.services;
  return sos?.type === 'rules' ? sos.rules : [];
}

describe('beside resources', () => {
  it.each(['get-sos-presigned-url', 'get-object', 'head-bucket', 'get-bucket-policy'])(
    '%s is allowed for the bucket alone',
    (operation) => {
      expect(rulesOf({ operations: [operation], resources })).toEqual([
        { action: 'deny', expression: `!(parameters.bucket in ['abc'])` },
        {
          action: 'allow',
          expression: `operation in ['${operation}'] && parameters.bucket in ['abc']`,
        },
      ]);
    },
  );

  it.each(['list-buckets', 'list-sos-buckets-usage'])('%s is about no bucket', (operation) => {
    expect(rulesOf({ operations: [operation, 'get-object'], resources })).toEqual([
      { action: 'allow', expression: `operation in ['${operation}']` },
      { action: 'deny', expression: `!(parameters.bucket in ['abc'])` },
      {
        action: 'allow',
        expression: `operation in ['get-object'] && parameters.bucket in ['abc']`,
      },
    ]);
  });

  it.each([
    [['get-object'], ''],
    [['list-buckets', 'get-object'], `!(operation in ['list-buckets']) && `],
  ])('a template is narrowed to %j by these rules', (operations, others) => {
    const rule = { action: 'allow', expression: 'true' } as const;
    const policy: IamPolicy = {
      'default-service-strategy': 'deny',
      services: { sos: { type: 'rules', rules: [rule] } },
    };
    const template = { source: 'role x', policy };
    const named = operations.map((operation) => `'${operation}'`).join(', ');
    expect(rulesOf({ operations, resources, template })).toEqual([
      { action: 'deny', expression: `!(operation in [${named}])` },
      { action: 'deny', expression: `${others}!parameters.has('bucket')` },
      { action: 'deny', expression: `${others}!(parameters.bucket in ['abc'])` },
      rule,
    ]);
  });

  it.each(['create-bucket', 'delete-bucket'])('%s has to be named', (operation) => {
    const { operations, notes } = compileScope({ tags: ['sos'], resources });
    expect(operations['sos']).not.toContain(operation);
    expect(notes.join(' ')).toContain('Left out: create-bucket, delete-bucket');
    const named = compileScope({ tags: ['sos'], operations: [operation], resources });
    expect(named.operations['sos']).toContain(operation);
    expect(named.notes.join(' ')).not.toMatch(new RegExp(`Left out:[^.]*${operation}`));
  });
});

describe('resources alone', () => {
  it('compile to exactly these operations', () => {
    const { operations, notes } = compileScope({ resources });
    expect(Object.keys(operations)).toEqual(['sos']);
    expect(operations['sos']?.toSorted()).toEqual([
      'abort-multipart-upload',
      'delete-bucket-lifecycle',
      'delete-object',
      'get-bucket-acl',
      'get-bucket-cors',
      'get-bucket-encryption',
      'get-bucket-location',
      'get-bucket-ownership-controls',
      'get-bucket-policy',
      'get-bucket-tagging',
      'get-bucket-versioning',
      'get-object',
      'get-object-acl',
      'get-object-legal-hold',
      'get-object-lock-configuration',
      'get-object-retention',
      'get-sos-presigned-url',
      'head-bucket',
      'head-object',
      'list-buckets',
      'list-multipart-uploads',
      'list-object-versions',
      'list-objects',
      'list-sos-buckets-usage',
      'put-bucket-acl',
      'put-bucket-cors',
      'put-bucket-lifecycle',
      'put-bucket-ownership-controls',
      'put-bucket-versioning',
      'put-object',
      'put-object-acl',
      'put-object-legal-hold',
      'put-object-lock-configuration',
      'put-object-retention',
    ]);
    expect(notes.join(' ')).not.toContain('Left out');
  });
});

describe('junk in front', () => {
  it.each([
    'xsos/bucket:abc',
    '\nsos/bucket:abc',
    'x/sos/bucket:abc',
    'sos/bucket:-abc',
    'sos/bucket:\nabc',
  ])('of a resource is refused: %j', (resource) => {
    expect(() => compileScope({ resources: [resource] })).toThrowError(
      expect.objectContaining({ code: 'ERR_RESOURCE_INVALID' }),
    );
  });

  it.each(['xlist-zones', '\nlist-zones', 'list-zones '])(
    'of an operation is refused: %j',
    (name) => {
      expect(() => compileScope({ operations: [name] })).toThrowError(
        expect.objectContaining({ code: 'ERR_OPERATION_UNKNOWN' }),
      );
    },
  );
});

describe('notes on a verbatim policy', () => {
  const policy = (name: string): Parameters<typeof compileScope>[0] => ({
    policy: { 'default-service-strategy': 'deny', services: { [name]: { type: 'allow' } } },
  });

  it('name a class that the catalogue does not know', () => {
    expect(compileScope(policy('concrete-ai')).notes.join(' ')).toContain('class concrete-ai');
  });

  it.each(['dns', 'compute-legacy'])('say nothing of %s', (name) => {
    expect(compileScope(policy(name)).notes).toEqual([
      'The policy is used unchanged; its rules are not checked.',
    ]);
  });
});
