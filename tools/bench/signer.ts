// Measures the ways to sign a request against the bare HMAC, for packages/exo-signer/README.md:
//
//   node tools/bench/signer.ts
//
// Every way signs the same POST with one query argument, beside its floor: an HMAC of the finished
// message with the same kind of key. The clock is fixed.
import { createHmac, createSecretKey } from 'node:crypto';
import { availableParallelism, cpus } from 'node:os';
import process from 'node:process';

import { buildMessage, createSigner, signRequest } from '@x/exo-signer';
import { createSigner as createSyncSigner, signRequestSync } from '@x/exo-signer/node';

import { compare, type Subject } from './pair.ts';

const credentials = { apiKey: 'EXO0123456789abcdef01234567', apiSecret: 'x'.repeat(43) };
const options = { now: () => 1_750_000_000_000 };
const url = 'https://api-ch-gva-2.exoscale.com/v2/instance?labels=web';
const sizes = [
  { label: '200 B', bytes: 200, calls: 500 },
  { label: '100 kB', bytes: 100_000, calls: 50 },
] as const;

const signer = createSigner(credentials, options);
const syncSigner = createSyncSigner(credentials, options);
const key = createSecretKey(credentials.apiSecret, 'utf8');
const webKey = await crypto.subtle.importKey(
  'raw',
  Buffer.from(credentials.apiSecret),
  { name: 'HMAC', hash: 'SHA-256' },
  false,
  ['sign'],
);

console.log(`Node ${process.version}, ${cpus()[0]?.model.trim()}, ${availableParallelism()} cores`);
console.log('| way | body | median | floor | ratio |');
console.log('| --- | --- | --- | --- | --- |');

for (const { label, bytes, calls } of sizes) {
  const request = { method: 'POST', url, body: 'a'.repeat(bytes) };
  const message = buildMessage(request, 1_750_000_600).message as string;
  const messageBytes = Buffer.from(message);
  const floors = {
    createHmac: () => createHmac('sha256', credentials.apiSecret).update(message).digest('base64'),
    'createHmac, KeyObject': () => createHmac('sha256', key).update(message).digest('base64'),
    'subtle.sign': () => crypto.subtle.sign('HMAC', webKey, messageBytes),
  };
  const ways: Readonly<Record<string, readonly [keyof typeof floors, Subject]>> = {
    signRequestSync: ['createHmac', () => signRequestSync(request, credentials, options)],
    'createSigner().sign of /node': ['createHmac, KeyObject', () => syncSigner.sign(request)],
    'createSigner().sign': ['subtle.sign', () => signer.sign(request)],
    signRequest: ['subtle.sign', () => signRequest(request, credentials, options)],
  };
  for (const [way, [name, subject]] of Object.entries(ways)) {
    const measured = await compare({ subject, floor: floors[name] }, { rounds: 100, calls });
    const figures = [
      `${measured.subjectUs.toFixed(1)} µs`,
      `${name}, ${measured.floorUs.toFixed(1)} µs`,
    ];
    console.log(`| ${way} | ${label} | ${figures.join(' | ')} | ${measured.ratio.toFixed(2)} |`);
  }
}
