// A request target as proxies are given it, `http://host/path`, brought into the usual form. A server
// has to take both (RFC 9112, 3.2.2), and the host in the target then counts, not the header.
import type { ReceivedRequest } from './received-request.ts';

export function originForm(
  target: string,
  headers: ReceivedRequest['headers'],
): Pick<ReceivedRequest, 'target' | 'headers'> {
  const [whole, host, rest = ''] = /^https?:\/\/([^/?#]*)(.*)$/i.exec(target) ?? [];
  if (whole === undefined) return { target, headers };
  return { target: rest.startsWith('/') ? rest : `/${rest}`, headers: { ...headers, host } };
}
