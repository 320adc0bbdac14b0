import { findOperation, operations } from '@x/exo-operations';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { compileScope } from '../../src/scope/compile-scope.ts';
import { withDeadline } from '../../src/scope/with-deadline.ts';
import { createOrganization } from '../support/organization.ts';

describe('compileScope', () => {
  it('denies whatever it does not name', () => {
    expect(
      compileScope({ operations: ['list-zones', 'list-instances', 'list-iam-roles'] }),
    ).toEqual({
      policy: {
        'default-service-strategy': 'deny',
        services: {
          compute: {
            type: 'rules',
            rules: [
              { action: 'allow', expression: "operation in ['list-zones', 'list-instances']" },
            ],
          },
          iam: {
            type: 'rules',
            rules: [{ action: 'allow', expression: "operation in ['list-iam-roles']" }],
          },
        },
      },
      operations: { compute: ['list-zones', 'list-instances'], iam: ['list-iam-roles'] },
      tags: {},
      asynchronous: [],
      added: [],
      notes: [],
    });
  });

  it('adds get-operation for asynchronous operations, and says so', () => {
    expect(compileScope({ operations: ['create-dns-domain'] })).toMatchObject({
      operations: { dns: ['create-dns-domain', 'get-operation'], compute: ['get-operation'] },
      asynchronous: ['create-dns-domain'],
      added: ['get-operation'],
    });
  });

  it('says which names and classes are not documented', () => {
    const named = ['list-zones', 'get-deployment', 'put-bucket-cors', 'list-objects'];
    expect(compileScope({ operations: named }).notes).toEqual([
      expect.stringMatching(/how policies name or classify get-deployment, put-bucket-cors\./),
    ]);
  });

  it('does not call get-operation added when it was asked for', () => {
    const scope = compileScope({ operations: ['create-instance', 'get-operation'] });
    expect(scope.added).toEqual([]);
    expect(scope.operations).toEqual({ compute: ['create-instance', 'get-operation'] });
  });

  it.each([
    ['list-instance', 'list-instances'],
    ['list_zones', 'list-zones'],
    ['delete-apikey', 'delete-api-key'],
  ])('names what %s was meant to be', (misspelled, meant) => {
    expect(() => compileScope({ operations: ['list-zones', misspelled] })).toThrowError(
      expect.objectContaining({
        code: 'ERR_OPERATION_UNKNOWN',
        message: expect.stringContaining(meant),
      }),
    );
  });

  it('names every unknown operation, and guesses nothing where nothing is near', () => {
    expect(() => compileScope({ operations: ["']||true||'", 'frobnicate-the-lot'] })).toThrowError(
      expect.objectContaining({
        message: expect.stringMatching(/"'\]\|\|true\|\|'", no "frobnicate-the-lot"\./),
      }),
    );
  });
});

describe('the compiled policy, evaluated by the simulator', () => {
  it('allows exactly what was asked for until the deadline, and nothing after it', async () => {
    const names = operations.map(({ name }) => name);
    const scopes = fc.tuple(
      fc.subarray(names, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 60, max: 86_400 }),
    );
    await fc.assert(
      fc.asyncProperty(scopes, async ([asked, ttlSeconds]) => {
        const { client, simulator } = createOrganization();
        const scope = compileScope({ operations: asked });
        const role = {
          name: 'role',
          policy: withDeadline(scope.policy, ttlSeconds, { now: client.now() }),
        };
        const { reference } = await client.request<{ reference: { id: string } }>(
          'create-iam-role',
          { body: role },
        );
        const { key: apiKey } = await client.request<{ key: string }>('create-api-key', {
          body: { name: 'key', 'role-id': reference.id },
        });
        const created = client.now();
        const allowed = (at: number): string[] =>
          operations
            .filter(
              ({ name, serviceClass }) =>
                simulator.decide({ apiKey, operation: name, serviceClass, at }).allowed,
            )
            .map(({ name }) => name);
        const expected = new Set([...asked, ...scope.added]);
        expect(new Set(allowed(created))).toEqual(expected);
        expect(new Set(allowed(created + ttlSeconds * 1000))).toEqual(expected);
        expect(allowed(created + ttlSeconds * 1000 + 1)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('puts each operation into its class', () => {
    fc.assert(
      fc.property(fc.constantFrom(...operations), ({ name, serviceClass }) => {
        expect(compileScope({ operations: [name] }).operations[serviceClass]).toContain(name);
        expect(findOperation(name)?.serviceClass).toBe(serviceClass);
      }),
    );
  });
});

describe('the notes', () => {
  it.each(['create-api-key', 'update-iam-role-policy', 'assume-iam-role'])(
    'say that %s reaches beyond the scope and its deadline',
    (operation) => {
      const { notes } = compileScope({ operations: [operation] });
      expect(notes).toContainEqual(expect.stringContaining(`With ${operation}, the key can`));
    },
  );

  it('say nothing of reading or removing IAM objects', () => {
    expect(compileScope({ operations: ['list-iam-roles', 'get-api-key'] }).notes).toEqual([]);
  });
});
