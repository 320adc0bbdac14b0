import { describe, expect, it } from 'vitest';

import { compileScope } from '../../src/scope/compile-scope.ts';
import type { Scope } from '../../src/scope/scope.ts';

const services = { dns: { type: 'allow' } } as const;
const policy = { 'default-service-strategy': 'deny', services } as const;
const template = { source: 'role x', policy };
const resources = ['sos/bucket:abc'];

describe('compileScope refuses', () => {
  it.each<[string, Scope, string]>([
    [
      'unrestricted beside an operation',
      { operations: ['list-zones', 'unrestricted'] },
      'operations',
    ],
    ['unrestricted twice', { operations: ['unrestricted', 'unrestricted'] }, 'operations'],
    ['unrestricted beside a tag', { operations: ['unrestricted'], tags: ['dns'] }, 'tags'],
    ['unrestricted beside a bucket', { operations: ['unrestricted'], resources }, 'resources'],
    ['unrestricted beside a template', { operations: ['unrestricted'], template }, 'template'],
    ['unrestricted beside a policy', { operations: ['unrestricted'], policy }, 'policy'],
    ['unrestricted without get-operation', everything('deny'), 'get-operation'],
    ['a policy beside an operation', { policy, operations: ['list-zones'] }, 'operations'],
    ['a policy beside a tag', { policy, tags: ['dns'] }, 'tags'],
    ['a policy beside a bucket', { policy, resources }, 'resources'],
    ['a policy beside a template', { policy, template }, 'template'],
    ['a policy and get-operation', { policy, getOperation: 'allow' }, 'get-operation'],
    ['a policy and no get-operation', { policy, getOperation: 'deny' }, 'get-operation'],
    ['a template and get-operation', { template, getOperation: 'allow' }, 'get-operation'],
    ['a template and no get-operation', { template, getOperation: 'deny' }, 'get-operation'],
  ])('%s', (_, scope, field) => {
    expect(() => compileScope(scope)).toThrowError(
      expect.objectContaining({ code: 'ERR_SCOPE_CONFLICT', field }),
    );
  });

  it.each<[string, Scope, string]>([
    ['nothing', {}, 'operations'],
    ['empty lists', { operations: [], tags: [], resources: [] }, 'operations'],
    ['nothing but get-operation', { getOperation: 'allow' }, 'operations'],
    ['what is denied', { operations: ['get-operation'], getOperation: 'deny' }, 'operations'],
    [
      'what is denied, of a template',
      { operations: ['get-operation'], getOperation: 'deny', template },
      'operations',
    ],
    [
      'a policy that denies',
      { policy: { ...policy, services: { dns: { type: 'deny' } } } },
      'policy',
    ],
    ['a policy without classes', { policy: { ...policy, services: {} } }, 'policy'],
    [
      'a template that denies',
      { template: { ...template, policy: { ...policy, services: {} } } },
      'template',
    ],
  ])('to make an empty key of %s', (_, scope, field) => {
    expect(() => compileScope(scope)).toThrowError(
      expect.objectContaining({ code: 'ERR_SCOPE_EMPTY', field }),
    );
  });
});

describe('compileScope takes', () => {
  it.each<[string, Scope]>([
    ['unrestricted with get-operation', everything('allow')],
    ['a policy and the default', { policy, getOperation: 'auto' }],
    ['a template and the default', { template, getOperation: 'auto' }],
    ['a narrowed template and a word on get-operation', narrowed('allow')],
    ['a narrowed template without get-operation', narrowed('deny')],
  ])('%s', (_, scope) => {
    expect(compileScope(scope).policy['default-service-strategy']).toBe('deny');
  });
});

function everything(getOperation: 'allow' | 'deny'): Scope {
  return { operations: ['unrestricted'], getOperation };
}

function narrowed(getOperation: 'allow' | 'deny'): Scope {
  return { template, tags: ['dns'], getOperation };
}
