// The log: JSON lines on standard error, with everything that could be secret removed.
import { pino, type DestinationStream } from 'pino';

import type { RequestLog } from '../http/app-context.ts';

const secrets = [
  'token',
  'secret',
  'apiSecret',
  'sealed',
  'authorization',
  'revokeToken',
  'cookie',
];

export function createLog(destination: DestinationStream): RequestLog {
  return pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      redact: {
        paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
        remove: true,
      },
    },
    destination,
  );
}
