// Stands where api-ZONE.exoscale.com would be, for clients that cannot be pointed anywhere else: a
// proxy that accepts tunnels to Exoscale alone, and behind it TLS with a certificate made for this
// run. What arrives goes to the simulator unchanged, so signatures stay what the client made them.
import { readFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';

import { InteropError } from './interop-error.ts';
import { runCommand } from './run-command.ts';

export interface ExoscaleStandIn {
  /** For HTTPS_PROXY. */
  readonly proxy: string;
  /** For SSL_CERT_FILE: the path of the certificate to trust. */
  readonly certificate: string;
  /** Hosts that clients asked for, in order and without repetition. */
  readonly hosts: ReadonlySet<string>;
  close(): Promise<void>;
}

export interface StandInOptions {
  /** The simulator's origin. */
  readonly upstream: string;
  /** An existing folder for the certificate and its key. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

export async function standInForExoscale(options: StandInOptions): Promise<ExoscaleStandIn> {
  const { upstream, folder } = options;
  const certificate = join(folder, 'exoscale.crt');
  const key = join(folder, 'exoscale.key');
  await makeCertificate({ certificate, key }, options.signal);
  const sockets = new Set<Socket>();
  const tls = createSecureServer(
    { cert: readFileSync(certificate), key: readFileSync(key) },
    (incoming, outgoing) => forward(upstream, incoming, outgoing),
  );
  const proxy = createServer((_, response) => void response.writeHead(405).end());
  const hosts = new Set<string>();
  proxy.on('connect', (asked: IncomingMessage, socket: Socket) => {
    const host = asked.url ?? '';
    hosts.add(host);
    if (!/^api-[a-z0-9-]+\.exoscale\.com:443$/.test(host)) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const inner = connect(port(tls), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      inner.pipe(socket).pipe(inner);
    });
    for (const [end, other] of [
      [inner, socket],
      [socket, inner],
    ] as const) {
      sockets.add(end);
      end.on('error', () => other.destroy());
    }
  });
  await Promise.all([listen(tls), listen(proxy)]);
  return {
    proxy: `http://127.0.0.1:${port(proxy)}`,
    certificate,
    hosts,
    async close() {
      for (const socket of sockets) socket.destroy();
      await Promise.all([tls, proxy].map((server) => new Promise((done) => server.close(done))));
    },
  };
}

function forward(upstream: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, url: path, headers } = incoming;
  const { hostname, port: upstreamPort } = new URL(upstream);
  const onward = request({ hostname, port: upstreamPort, method, path, headers }, (response) => {
    outgoing.writeHead(response.statusCode ?? 502, response.headers);
    response.pipe(outgoing);
  });
  onward.on('error', () => outgoing.destroy());
  incoming.pipe(onward);
}

async function makeCertificate(
  { certificate, key }: { readonly certificate: string; readonly key: string },
  signal: AbortSignal,
): Promise<void> {
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  const subject = ['-subj', '/CN=interop', '-addext', 'subjectAltName=DNS:*.exoscale.com'];
  const files = ['-keyout', key, '-out', certificate, '-days', '1'];
  const result = await runCommand('openssl', ['req', '-x509', ...curve, ...subject, ...files], {
    env: { PATH: process.env['PATH'] },
    signal,
  });
  if (result.code !== 0) {
    throw new InteropError('SETUP_FAILED', `openssl made no certificate: ${result.stderr.trim()}`);
  }
}

function listen(server: Pick<Server, 'listen'>): Promise<void> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
}

function port(server: Pick<Server, 'address'>): number {
  return (server.address() as AddressInfo).port;
}
