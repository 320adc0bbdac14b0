// The error for an attempt that got no complete answer, and whether it can have been carried out.
import { ExoIamError } from '../errors.ts';
import type { Failure } from './retry.ts';

export interface FailedAttempt {
  readonly error: ExoIamError;
  /** What decides whether to try again. */
  readonly failure: Failure;
}

export interface NoAnswer {
  readonly operation: string;
  readonly url: URL;
  readonly cause: unknown;
  /** Set when it was this limit, in milliseconds, that ended the attempt. */
  readonly limitMs?: number;
  /** True when the answer had begun. */
  readonly answered?: boolean;
}

export function connectionFailure(noAnswer: NoAnswer): FailedAttempt {
  const { operation, url, cause, limitMs, answered = false } = noAnswer;
  if (limitMs !== undefined) {
    const message = `${url.host} did not respond to ${operation} within ${limitMs / 1000} s. Check the network and any proxy, or try again later.`;
    const error = new ExoIamError('ERR_TIMEOUT', message, { operation, cause, uncertain: true });
    return { error, failure: {} };
  }
  const errors = systemErrors(cause);
  const { said, advice, ...failure } = answered ? brokenOff : diagnose(errors);
  const message = `${operation} ${said} ${url.host}${codeOf(errors)}. ${advice}`;
  const uncertain = !failure.notSent;
  const error = new ExoIamError('ERR_UNREACHABLE', message, { operation, cause, uncertain });
  return { error, failure };
}

interface Diagnosis extends Failure {
  readonly said: string;
  readonly advice: string;
}

const checkNetwork = 'Check the endpoint, the network and any proxy (https_proxy, no_proxy).';
const unsent = { said: 'could not be sent to', notSent: true } as const;

const brokenOff: Diagnosis = {
  said: 'got an incomplete or unreadable response from',
  advice: checkNetwork,
};

const certificate = /CERT|UNABLE_TO_GET_ISSUER|UNABLE_TO_VERIFY_LEAF/;
const neverSent: readonly string[] = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
];
// Also what ends an established connection.
const neverSentOnConnect: readonly string[] = ['ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'];

function diagnose(errors: readonly SystemError[]): Diagnosis {
  if (errors.some(({ code }) => certificate.test(code))) {
    const advice =
      'The certificate is not trusted here. Expected one from a known certificate authority; to trust another authority, set NODE_EXTRA_CA_CERTS to its file.';
    return { ...unsent, permanent: true, advice };
  }
  const proxyStatus = errors.map(proxyStatusOf).find((status) => status !== undefined);
  if (proxyStatus !== undefined) {
    const advice = `The proxy refused to connect with status ${proxyStatus}. Check https_proxy, no_proxy and what the proxy allows.`;
    return { ...unsent, permanent: proxyStatus < 500, advice };
  }
  if (errors.some(({ message }) => message === 'bad port')) {
    return { ...unsent, permanent: true, advice: 'fetch blocks this port; choose another one.' };
  }
  const coded = errors.filter(({ code }) => code !== '');
  if (coded.length > 0 && coded.every(isBeforeSending)) {
    return { ...unsent, advice: checkNetwork };
  }
  if (coded.some(({ code }) => /^HPE_|^UND_ERR_HEADERS_OVERFLOW$/.test(code))) {
    return brokenOff;
  }
  return { said: 'got no response from', advice: checkNetwork };
}

function isBeforeSending({ code, syscall }: SystemError): boolean {
  return neverSent.includes(code) || (syscall === 'connect' && neverSentOnConnect.includes(code));
}

// The proxy's status is in the message alone.
function proxyStatusOf({ message }: SystemError): number | undefined {
  const status = /^Proxy response \((\d{3})\)/.exec(message)?.[1];
  return status === undefined ? undefined : Number(status);
}

interface SystemError {
  readonly code: string;
  readonly syscall: string;
  readonly message: string;
}

// fetch wraps the system's error, and Node gathers those of several addresses in one more.
function systemErrors(error: unknown): SystemError[] {
  if (!(error instanceof Error)) return [];
  if (error instanceof AggregateError && error.errors.length > 0) {
    return error.errors.flatMap(systemErrors);
  }
  const { code, syscall, message } = error as Error & Record<'code' | 'syscall', unknown>;
  const own = { code: textOf(code), syscall: textOf(syscall), message };
  return [own, ...systemErrors(error.cause)];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function codeOf(errors: readonly SystemError[]): string {
  const code = errors.map((each) => each.code).find((each) => each !== '');
  return code === undefined ? '' : ` (${code})`;
}
