// What a rate limit counts as one client: an IPv4 address, or the IPv6 network of 64 bits that a connection gets,
// since its owner can use every address in it.
import { isIPv6 } from 'node:net';

export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.replace(/%.*/, '').split('::');
  const groups = groupsOf(head);
  const rest = groupsOf(tail ?? '');
  // A dotted end stands for two groups.
  const missing = 8 - groups.length - rest.length - (address.includes('.') ? 1 : 0);
  const all =
    tail === undefined ? groups : [...groups, ...Array<string>(missing).fill('0'), ...rest];
  const network = all.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
}

function groupsOf(text: string): string[] {
  return text === '' ? [] : text.split(':');
}
