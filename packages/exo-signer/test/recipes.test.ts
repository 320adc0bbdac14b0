// The README's recipes for other HTTP clients, run as they stand against a real server.
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createSigner, signRequest } from '../src/index.ts';

const credentials = { apiKey: 'EXOkey', apiSecret: 'secret' };
const expires = 1599140767;
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const recipes = [...readme.matchAll(/^```js\n(.*?)^```$/gms)].map(([, code = '']) => ({
  client: /from '(.+)'/.exec(code)?.[1] ?? '',
  code,
}));

const answers: string[][] = [];
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString();
  const { method = '', url = '', headers } = request;
  const signed = { method, url: `http://${headers.host}${url}`, body };
  const signature = await signRequest(signed, credentials, { expires });
  const verdict = headers.authorization === signature ? 'signed' : 'wrong';
  answers.push([method, new URL(signed.url).pathname, body, verdict]);
  response.setHeader('content-type', 'application/json');
  response.end('{}');
});

// Below this package, so that imports resolve through its dependencies.
const cache = new URL('../node_modules/.cache/', import.meta.url).pathname;
let folder: string;

beforeAll(async () => {
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(join(cache, 'recipes-'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  Object.assign(globalThis, {
    signer: createSigner(credentials, { expires }),
    endpoint: `http://127.0.0.1:${port}/v2`,
  });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
  Reflect.deleteProperty(globalThis, 'signer');
  Reflect.deleteProperty(globalThis, 'endpoint');
});

describe('a recipe', () => {
  it('stands in the README for each of these clients', () => {
    expect(recipes.map(({ client }) => client)).toEqual([
      'axios',
      'got',
      'undici',
      'openapi-fetch',
    ]);
  });

  it.each(recipes)(
    'for $client has at most eight lines and sends what it signed',
    async (recipe) => {
      expect(recipe.code.trimEnd().split('\n').length).toBeLessThanOrEqual(8);
      const file = join(folder, `${recipe.client}.mjs`);
      writeFileSync(file, recipe.code);
      await import(/* @vite-ignore */ pathToFileURL(file).href);
      expect(answers.pop()).toEqual(['POST', '/v2/instance', '{"name":"web"}', 'signed']);
      expect(answers).toEqual([]);
    },
  );
});
