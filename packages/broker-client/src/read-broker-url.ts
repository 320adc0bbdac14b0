// The address of a broker, as it is typed.
import { BrokerClientError } from './errors.ts';

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * @param name What the text was given as, for the message: `The input broker`.
 * @throws {BrokerClientError} `ERR_BROKER_URL_INVALID` for anything but https, or http on this machine.
 */
export function readBrokerUrl(text: string, name: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSafe =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.test(url.hostname));
  // An empty query or fragment counts too: it would stay in the addresses that are made of this one.
  const isBare = !url?.username && !url?.password && !/[?#]/.test(text);
  if (url && isSafe && isBare) return url;
  throw new BrokerClientError(
    'ERR_BROKER_URL_INVALID',
    `${name} is not the address of a broker. Expected a URL such as https://broker.example.com; plain http is for this machine only.`,
  );
}
