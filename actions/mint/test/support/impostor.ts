// A server that answers in the name of the API, with a certificate it has signed itself.
import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

import { selfSignedCertificate } from './self-signed-certificate.ts';

export interface Impostor {
  readonly url: string;
  /** Its certificate, in PEM. */
  readonly cert: string;
  /** What it was asked, in order. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

export async function openImpostor(): Promise<Impostor> {
  const requests: string[] = [];
  const { key, cert } = selfSignedCertificate();
  const server = createServer({ key, cert }, ({ method, url }, response) => {
    requests.push(`${method} ${url}`);
    response.end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://localhost:${port}`,
    cert,
    requests,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
