// Measures the ways to sign a request, for the table in packages/exo-signer/README.md:
//
//   node tools/bench/signer.ts
//
// Every way signs the same POST, with a body of 200 bytes and of 100 kB. The clock is fixed, so
// what is measured is the message, the HMAC and the header.
import { availableParallelism, cpus } from 'node:os';
import process from 'node:process';

import { createSigner, signRequest, type SignableRequest } from '@x/exo-signer';
import { createSigner as createSyncSigner, signRequestSync } from '@x/exo-signer/node';
import { Bench } from 'tinybench';

const credentials = { apiKey: 'EXO0123456789abcdef01234567', apiSecret: 'x'.repeat(43) };
const options = { now: () => 1_750_000_000_000 };
const url = 'https://api-ch-gva-2.exoscale.com/v2/instance?labels=web';
const sizes = [
  { label: '200 B', bytes: 200 },
  { label: '100 kB', bytes: 100_000 },
] as const;

const signer = createSigner(credentials, options);
const syncSigner = createSyncSigner(credentials, options);

console.log(`Node ${process.version}, ${cpus()[0]?.model.trim()}, ${availableParallelism()} cores`);
console.log('| way | body | median | requests a second |');
console.log('| --- | --- | --- | --- |');

for (const { label, bytes } of sizes) {
  const request: SignableRequest = { method: 'POST', url, body: 'a'.repeat(bytes) };
  const bench = new Bench({ time: 2000, warmupTime: 500 });
  bench.add('signRequest', async () => {
    await signRequest(request, credentials, options);
  });
  bench.add('createSigner().sign', async () => {
    await signer.sign(request);
  });
  bench.add('signRequestSync', () => {
    signRequestSync(request, credentials, options);
  });
  bench.add('createSigner().sign from /node', () => {
    syncSigner.sign(request);
  });
  await bench.run();
  for (const { name, result } of bench.tasks) {
    if (result.state !== 'completed') throw new Error(`${name} ended as ${result.state}`);
    const medianMs = result.latency.p50;
    const median = `${(medianMs * 1000).toFixed(1)} µs`;
    const rate = Math.round(1000 / medianMs).toLocaleString('en-GB');
    console.log(`| ${name} | ${label} | ${median} | ${rate} |`);
  }
}
