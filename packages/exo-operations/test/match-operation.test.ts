import { describe, expect, it } from 'vitest';

import { matchOperation } from '../src/match-operation.ts';
import { operations } from '../src/operations.ts';

describe('matchOperation', () => {
  it.each(operations)('finds $name by $method $path', (operation) => {
    const names = [...operation.path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name);
    const path = operation.path.replaceAll(/\{[^}]+\}/g, 'a%2Fb%20c');
    expect(matchOperation(operation.method, path)).toEqual({
      operation,
      pathParameters: Object.fromEntries(names.map((name) => [name, 'a/b c'])),
    });
  });

  it.each([
    ['GET', '/unknown'],
    ['PATCH', '/zone'],
    ['GET', '/zone/'],
    ['GET', '/api-key/'],
    ['GET', '/iam-role/a/b/c'],
    ['GET', 'zone'],
  ])('finds nothing for %s %s', (method, path) => {
    expect(matchOperation(method, path)).toBeUndefined();
  });

  it('refuses a parameter that is no percent-encoding', () => {
    expect(() => matchOperation('GET', '/api-key/%E0%A4%A')).toThrow(URIError);
  });
});
