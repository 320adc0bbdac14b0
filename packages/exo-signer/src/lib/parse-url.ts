// Parses a URL without repeating it in an error. Implements docs/signing.md section 2.2.
import { ExoSignerError } from '../errors.ts';

/** @throws {ExoSignerError} `ERR_URL_INVALID`, without the URL: its query may hold data. */
export function parseUrl(url: string | URL): URL {
  const parsed = tryParse(url);
  if (parsed && (parsed.protocol === 'https:' || parsed.protocol === 'http:')) return parsed;
  throw new ExoSignerError(
    'ERR_URL_INVALID',
    'The URL is not an absolute http: or https: URL. Pass it in full, as it is sent.',
  );
}

// `URL.canParse` would parse twice, and Safari 16 lacks it. The cause is dropped: it repeats the URL.
function tryParse(url: string | URL): URL | undefined {
  try {
    return new URL(url);
    // Stryker disable next-line BlockStatement: an empty one gives undefined as well.
  } catch {
    return undefined;
  }
}
