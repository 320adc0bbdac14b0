// The API under its own name, which only a proxy can resolve: TLS with a certificate of the test, in front of
// the simulator.
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { openProxy, type Proxy } from './proxy.ts';
import { selfSignedCertificate } from './self-signed-certificate.ts';

export interface ApiBehindProxy extends Proxy {
  /** For a step: the proxy, and the certificate to trust. */
  readonly env: Readonly<Record<string, string>>;
}

/** @param folder Where the certificate is written. */
export async function openApiBehindProxy(
  endpoint: string,
  folder: string,
): Promise<ApiBehindProxy> {
  const certificate = selfSignedCertificate('api-ch-gva-2.exoscale.com');
  const file = join(folder, 'ca.pem');
  writeFileSync(file, certificate.cert);
  const server = createServer(certificate, (incoming, answer) => {
    const { method, headers, url = '' } = incoming;
    const forwarded = request(new URL(url, endpoint), { method, headers }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    incoming.pipe(forwarded);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const proxy = await openProxy((server.address() as AddressInfo).port);
  return {
    ...proxy,
    env: { https_proxy: proxy.url, NODE_EXTRA_CA_CERTS: file },
    async close() {
      await proxy.close();
      server.closeAllConnections();
      server.close();
    },
  };
}
