import { describe, expect, it } from 'vitest';

import {
  checkAnswer,
  checkRequest,
  findSpecified,
} from '../../../parts/specification/check-exchange.ts';
import type { Exchange } from '../../../parts/specification/check-exchange.ts';
import type { Validate } from '../../../parts/specification/create-validator.ts';
import { parseSpecification } from '../../../parts/specification/specification.ts';

const text = { type: 'string' };
const answer = { content: { 'application/json': { schema: text } } };
const specification = parseSpecification({
  components: { schemas: {} },
  paths: {
    '/thing/{id}': {
      get: {
        operationId: 'get-thing',
        parameters: [
          { in: 'path', name: 'id', required: true, schema: text },
          { in: 'query', name: 'deep', schema: { type: 'boolean' } },
        ],
        responses: { '200': answer, '409': answer },
      },
    },
    '/thing/{id}:revert': { put: { operationId: 'revert-thing', responses: { '204': {} } } },
    '/thing/special': { get: { operationId: 'get-special', responses: {} } },
    '/thing': {
      post: {
        operationId: 'create-thing',
        requestBody: { content: { 'application/json': { schema: { type: 'object' } } } },
        responses: {},
      },
    },
  },
});

// A validator for the types that the schemas above have.
const validate: Validate = ({ type, required }, value) => {
  if (required) return typeof value === 'object' && value && 'message' in value ? '' : 'message';
  return type === undefined || typeof value === type ? '' : `no ${JSON.stringify(type)}`;
};

function exchange(method: string, path: string, more: Partial<Exchange> = {}): Exchange {
  const url = new URL(`https://host${path}`);
  const found = findSpecified(specification, method, url.pathname);
  if (!found) throw new Error(`${method} ${path} is not specified`);
  return { ...found, url, body: '', contentType: null, status: 200, answer: 'text', ...more };
}

describe('findSpecified', () => {
  it.each([
    ['GET', '/thing/a%20b', 'get-thing'],
    ['GET', '/thing/special', 'get-special'],
    ['PUT', '/thing/a:revert', 'revert-thing'],
    ['PUT', '/thing/a', undefined],
    ['GET', '/thing/a/b', undefined],
  ])('%s %s is %s', (method, path, name) => {
    expect(findSpecified(specification, method, path)?.operation.name).toBe(name);
  });

  it('gives what the braces stood for, decoded', () => {
    expect(findSpecified(specification, 'GET', '/thing/a%20b')?.pathParameters).toEqual({
      id: 'a b',
    });
  });
});

describe('a request', () => {
  it.each([
    ['GET', '/thing/a?deep=true', {}, 0],
    ['GET', '/thing/a?deep=true&deep=true', {}, 1],
    ['GET', '/thing/a?deep=1', {}, 1],
    ['GET', '/thing/a?deeper=true', {}, 1],
    ['GET', '/thing/a', { body: '{}' }, 1],
    ['GET', '/thing/a', { pathParameters: {} }, 1],
    ['POST', '/thing', { body: '{}', contentType: 'application/json' }, 0],
    ['POST', '/thing', { body: '{}' }, 1],
    ['POST', '/thing', { contentType: 'application/json' }, 1],
    ['POST', '/thing', { body: '1', contentType: 'application/json' }, 1],
  ])('%s %s with %j has %i problems', (...[method, path, more, problems]) => {
    expect(checkRequest(exchange(method, path, more), validate)).toHaveLength(problems);
  });
});

describe('an answer', () => {
  it.each([
    [{}, true],
    [{ answer: {} }, false],
    [{ status: 409 }, true],
    [{ status: 409, answer: {} }, false],
    [{ status: 403, answer: { message: 'no' } }, true],
  ])('%j: %s', (more, good) => {
    expect(checkAnswer(exchange('GET', '/thing/a', more), validate).length === 0).toBe(good);
  });

  it('of success has to be declared', () => {
    expect(checkAnswer(exchange('POST', '/thing'), validate)).toHaveLength(1);
  });
});
