import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { describe, expect, it } from 'vitest';

import { createJobClient } from '../src/job-client.ts';
import type { Toolkit } from '../src/toolkit.ts';
import { stepWith } from './support/step-with.ts';

describe('createJobClient', () => {
  it('tells the debug log what was asked, and not with which secret or signature', async () => {
    const authorizations: string[] = [];
    const server = createServer((request, response) => {
      authorizations.push(request.headers.authorization ?? '');
      response.end('{}');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const lines: string[] = [];
    const step = stepWith({});
    const core: Toolkit = { ...step.core, debug: (line) => void lines.push(line) };
    const endpoint = `http://127.0.0.1:${port}/v2`;
    const client = createJobClient(
      { ...step, core },
      { apiKey: 'EXOa', apiSecret: 's3', endpoint },
    );

    await client.request('list-api-keys');
    await client.request('list-zones');
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
    await client
      .within(1)
      .request('create-api-key', { body: { name: 'n' } })
      .catch(() => {});

    expect(lines[0]).toMatch(
      /^list-api-keys: GET http.*\/v2\/api-key -> 200 in \d+ ms, attempt 1;/,
    );
    expect(lines[0]).toContain('signed "GET /v2/api-key');
    expect(lines[1]).toMatch(/-> 200 .* sent unsigned$/);
    expect(lines[2]).toContain('-> no answer in ');
    const [, signature = ''] = /signature=(.*)$/.exec(authorizations[0] ?? '') ?? [];
    expect(signature).not.toBe('');
    expect(lines.join('\n')).not.toContain(signature);
    expect(lines.join('\n')).not.toContain('s3');
  });

  it('calls the zone', () => {
    const connection = { apiKey: 'EXOa', apiSecret: 's3', zone: 'de-fra-1' };
    const { endpoint } = createJobClient(stepWith({}), connection);
    expect(endpoint.host).toBe('api-de-fra-1.exoscale.com');
  });
});
