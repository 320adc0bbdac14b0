import { expect, it } from 'vitest';

import { describeRequest } from '../../src/cli/describe-request.ts';

const request = {
  method: 'GET',
  path: '/v2/zone',
  query: 'a=1',
  body: '',
  operation: 'list-zones',
  zone: 'ch-gva-2',
  apiKey: 'EXO1',
  status: 200,
  dropped: undefined,
};

it('fits a line', () => {
  expect(describeRequest(request)).toBe('GET /v2/zone [list-zones] ch-gva-2 EXO1 200');
});

it('says what is missing', () => {
  const missing = { operation: undefined, apiKey: undefined, status: undefined };
  expect(describeRequest({ ...request, ...missing })).toBe(
    'GET /v2/zone [unknown] ch-gva-2 unsigned unanswered',
  );
  expect(describeRequest({ ...request, status: undefined, dropped: 'before' })).toBe(
    'GET /v2/zone [list-zones] ch-gva-2 EXO1 dropped',
  );
});
