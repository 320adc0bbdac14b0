// The client of a rate limit: an IPv4 address, or an IPv6 /64 network, because its owner can use every address
// in it.
import { isIPv6 } from 'node:net';

export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.replace(/%.*/, '').split('::');
  const groups = groupsOf(head);
  const rest = groupsOf(tail ?? '');
  // A dotted end counts as two groups.
  const missing = 8 - groups.length - rest.length - (address.includes('.') ? 1 : 0);
  const all =
    tail === undefined ? groups : [...groups, ...Array<string>(missing).fill('0'), ...rest];
  const network = all.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
}

function groupsOf(text: string): string[] {
  return text === '' ? [] : text.split(':');
}
