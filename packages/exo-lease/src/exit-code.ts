// From an error to the exit code that DESIGN section 7 promises.
import { ExoIamError, type ExoIamErrorCode } from '@x/exo-iam';

import { ExoLeaseError, type ExoLeaseErrorCode } from './errors.ts';
import { InterruptedError, signalExitCode } from './interrupted.ts';

export const exitCodes = {
  usage: 64,
  unavailable: 69,
  internal: 70,
  leftBehind: 75,
  refused: 77,
  notExecutable: 126,
  notFound: 127,
} as const;

const own: Readonly<Partial<Record<ExoLeaseErrorCode, number>>> = {
  ERR_USAGE: exitCodes.usage,
  ERR_CONFIRMATION_MISSING: exitCodes.usage,
  ERR_CREDENTIALS_MISSING: exitCodes.usage,
  ERR_CONFIG_INVALID: exitCodes.usage,
  ERR_CONFIG_UNREADABLE: exitCodes.usage,
  ERR_ACCOUNT_UNKNOWN: exitCodes.usage,
  ERR_TLS_UNVERIFIED: exitCodes.usage,
  ERR_PROXY_INVALID: exitCodes.usage,
  ERR_LEASE_NOT_FOUND: exitCodes.usage,
  ERR_SEALED_INVALID: exitCodes.usage,
  ERR_COMMAND_NOT_FOUND: exitCodes.notFound,
  ERR_COMMAND_NOT_EXECUTABLE: exitCodes.notExecutable,
  ERR_BROKER_REFUSED: exitCodes.refused,
  ERR_BROKER_UNREACHABLE: exitCodes.unavailable,
  ERR_LEFT_BEHIND: exitCodes.leftBehind,
};

const refusals: readonly ExoIamErrorCode[] = [
  'ERR_SIGNATURE_REFUSED',
  'ERR_CLOCK_SKEW',
  'ERR_POLICY_DENIED',
  'ERR_NOT_IN_ORGANIZATION',
  'ERR_FORBIDDEN',
  'ERR_NOT_FOUND',
  'ERR_CONFLICT',
  'ERR_REQUEST_REFUSED',
  'ERR_OPERATION_FAILED',
];

const unavailable: readonly ExoIamErrorCode[] = [
  'ERR_RATE_LIMITED',
  'ERR_SERVER',
  'ERR_ANSWER_UNREADABLE',
  'ERR_UNREACHABLE',
  'ERR_TIMEOUT',
];

export function exitCodeOf(error: unknown): number {
  if (error instanceof InterruptedError) return signalExitCode(error.signal);
  if (error instanceof ExoLeaseError) return own[error.code] ?? exitCodes.internal;
  if (!(error instanceof ExoIamError)) return exitCodes.internal;
  if (error.code === 'ERR_LEFT_BEHIND') return exitCodes.leftBehind;
  if (refusals.includes(error.code)) return exitCodes.refused;
  if (unavailable.includes(error.code)) return exitCodes.unavailable;
  return exitCodes.usage;
}
