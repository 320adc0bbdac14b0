// The refusal of a body whose bytes are not known. Implements docs/signing.md section 2.3.
import { ExoSignerError } from '../errors.ts';

export function unsupportedBody(): ExoSignerError {
  return new ExoSignerError(
    'ERR_BODY_UNSUPPORTED',
    'The body is a stream or an object. Expected text or bytes: read a stream to its end with `new Response(stream).arrayBuffer()`, serialize an object.',
  );
}
