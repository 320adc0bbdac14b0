import { expect, it } from 'vitest';

import { originForm } from '../../src/http/origin-form.ts';

it.each([
  ['/v2/zone?a=b', '/v2/zone?a=b', 'original'],
  ['*', '*', 'original'],
  ['/http://other/v2', '/http://other/v2', 'original'],
  ['http://other/v2/zone?a=b', '/v2/zone?a=b', 'other'],
  ['HTTPS://other:1/v2//zone', '/v2//zone', 'other:1'],
  ['http://other', '/', 'other'],
  ['xhttp://other/v2', 'xhttp://other/v2', 'original'],
  ['http://other?a=b', '/?a=b', 'other'],
])('%s is %s of %s', (given, target, host) => {
  expect(originForm(given, { host: 'original' })).toEqual({ target, headers: { host } });
});
