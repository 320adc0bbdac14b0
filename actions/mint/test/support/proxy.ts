// A forward proxy on this machine, which tunnels (RFC 9110 section 9.3.6).
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

export interface Proxy {
  readonly url: string;
  /** Where it was asked to connect to, in order. */
  readonly tunnels: readonly string[];
  close(): Promise<void>;
}

/** @param target Where it connects to, whatever it is asked for. Default what it is asked for. */
export async function openProxy(target?: number): Promise<Proxy> {
  const tunnels: string[] = [];
  const sockets = new Set<Socket>();
  // What is not a tunnel is not for it.
  const server = createServer((_request, response) => response.writeHead(501).end());
  server.on('connection', (socket: Socket) => sockets.add(socket));
  server.on('connect', ({ url = '' }, client: Socket) => {
    tunnels.push(url);
    const { hostname, port } = new URL(`http://${url}`);
    const [to, at] = target === undefined ? [Number(port), hostname] : [target, '127.0.0.1'];
    const tunnel = connect(to, at, () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      tunnel.pipe(client).pipe(tunnel);
    });
    tunnel.on('error', () => client.destroy());
    client.on('error', () => tunnel.destroy());
    client.on('close', () => tunnel.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    tunnels,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
