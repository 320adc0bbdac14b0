// Calls the Exoscale API with the key in the environment and prints the answer.
//
//   node examples/call.mjs METHOD PATH [--body JSON] [--expect STATUS]
//
// EXOSCALE_API_KEY, EXOSCALE_API_SECRET; EXOSCALE_API_ENDPOINT (default the API in ch-gva-2).
// Exit code 1 when the status is not the expected one (default: any 2xx).
import { parseArgs } from 'node:util';

import { createSigner } from '@x/exo-signer';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { body: { type: 'string' }, expect: { type: 'string' } },
});
const [method, path] = positionals;
const {
  EXOSCALE_API_KEY: apiKey,
  EXOSCALE_API_SECRET: apiSecret,
  EXOSCALE_API_ENDPOINT: endpoint = 'https://api-ch-gva-2.exoscale.com/v2',
} = process.env;

const signer = createSigner({ apiKey, apiSecret });
const response = await signer.fetch(`${endpoint}${path}`, {
  method,
  ...(values.body !== undefined && {
    body: values.body,
    headers: { 'content-type': 'application/json' },
  }),
});
console.log(`${method} ${path} -> ${response.status}`);
console.log(await response.text());
const expected = values.expect ? response.status === Number(values.expect) : response.ok;
if (!expected) {
  console.error(`Expected ${values.expect ?? 'a 2xx status'}`);
  process.exitCode = 1;
}
