// The policy language's `source_ip.inIpRange('203.0.113.0/24')`.
import { BlockList, isIPv4 } from 'node:net';

/** @throws When either text is not an address or the prefix does not fit; the rule is skipped then. */
export function inIpRange(address: string, range: string): boolean {
  const [network = '', prefix] = range.split('/');
  const family = familyOf(network);
  const list = new BlockList();
  // An empty prefix must not read as 0, which would be every address.
  const length = prefix === undefined ? widthOf(family) : Number(prefix || Number.NaN);
  list.addSubnet(network, length, family);
  return list.check(address, familyOf(address));
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv4(address) ? 'ipv4' : 'ipv6';
}

function widthOf(family: 'ipv4' | 'ipv6'): number {
  return family === 'ipv4' ? 32 : 128;
}
