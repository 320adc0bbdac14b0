import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

import { afterEach, describe, expect, it } from 'vitest';

import { createClient, type Client } from '../../src/client/create-client.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

const mebibyte = 2 ** 20;
const zeros = (size: number): Buffer => gzipSync(Buffer.alloc(size * mebibyte, 0x20));

describe('an answer without an end', () => {
  it.each([
    ['get-organization', 'more than 8 MiB', undefined],
    ['get-organization', 'more than 8 MiB', zeros(9)],
    ['list-instances', 'more than 64 MiB', zeros(65)],
  ] as const)('of %s ends with %s', async (operation, said, bomb) => {
    const client = await clientOf(bomb);
    await expect(client.request(operation)).rejects.toMatchObject({
      code: 'ERR_ANSWER_UNREADABLE',
      status: 200,
      message: expect.stringContaining(said),
    });
  });
});

describe('a long list', () => {
  it('is read', async () => {
    expect(await (await clientOf(zeros(63), '{}')).request('list-instances')).toEqual({});
  });
});

/** A client of a server that sends this compressed, or spaces without an end, and then the rest. */
async function clientOf(compressed: Buffer | undefined, rest = ''): Promise<Client> {
  const server = createServer((_, response) => {
    if (compressed) {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(Buffer.concat([compressed, gzipSync(rest)]));
      return;
    }
    const chunk = Buffer.alloc(mebibyte, 0x20);
    const more = (): void => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on('drain', more);
    more();
  });
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const credentials = { apiKey: 'EXOkey', apiSecret: 'secret' };
  return createClient({ credentials, endpoint: `http://127.0.0.1:${port}/v2` });
}
