// Signs every vector with the built package. Plain JavaScript without a test runner, so that it runs
// on each supported Node as it is: node packages/exo-signer/test/smoke.mjs
import assert from 'node:assert/strict';

import { vectors } from '@x/vectors';

import { signRequest } from '../dist/index.js';
import { signRequestSync } from '../dist/node/index.js';

const escapesCaret = new URL('https://host/^').pathname === '/%5E';
let signed = 0;
for (const vector of vectors) {
  const { apiKey, apiSecret, expectedAuthorization, refusedWith, whenUrlParserEscapes } = vector;
  if (!apiSecret || !expectedAuthorization || refusedWith) continue;
  if (whenUrlParserEscapes && escapesCaret) continue;
  const options = { expires: vector.expires };
  const header = await signRequest(vector, { apiKey, apiSecret }, options);
  assert.equal(header, expectedAuthorization, vector.name);
  assert.equal(signRequestSync(vector, { apiKey, apiSecret }, options), header, vector.name);
  signed += 1;
}
assert.ok(signed > 90, `only ${signed} vectors were signed`);
console.log(`${process.version}: ${signed} vectors signed`);
