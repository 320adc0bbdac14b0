// What is sealed: a minted key, where it is used, and whose it is.
import { SealError } from './errors.ts';

/** Whose the lease is. `kind` is `github-run` for a job output; then all members are there. */
export interface SealedHolder {
  readonly kind: string;
  readonly server?: string | undefined;
  /** `owner/name`. */
  readonly repository?: string | undefined;
  readonly 'repository-id'?: string | undefined;
  readonly run?: string | undefined;
  readonly attempt?: string | undefined;
}

/** Version 1 of a sealed lease. */
export interface SealedPayload {
  readonly v: 1;
  readonly key: string;
  readonly secret: string;
  readonly zone?: string | undefined;
  readonly endpoint?: string | undefined;
  /** The name of the lease. */
  readonly name: string;
  /** ISO 8601, in UTC. */
  readonly 'expires-at': string;
  readonly holder: SealedHolder;
}

const optional = ['zone', 'endpoint'] as const;
const holderMembers = ['server', 'repository', 'repository-id', 'run', 'attempt'] as const;

/**
 * The payload, if it is one of this version. Members that are not known are ignored.
 *
 * @throws {SealError} `ERR_SEALED_VERSION`, `ERR_PAYLOAD_INVALID`, which name a member and no value.
 */
export function checkPayload(value: unknown): SealedPayload {
  if (!isObject(value)) throw invalid('it is not an object');
  if (value['v'] !== 1) {
    throw new SealError(
      'ERR_SEALED_VERSION',
      'The sealed lease has a version that this release cannot read. Expected version 1; use the same release of mint, unseal and exo-lease.',
    );
  }
  // One word of printable ASCII each: a line break could write a command into a log.
  for (const name of ['key', 'secret', 'name'] as const) {
    if (!isText(value[name]) || !/^[!-~]+$/.test(value[name])) {
      throw invalid(`its member ${name} is not one word`);
    }
  }
  if (!isTime(value['expires-at'])) {
    throw invalid('its member expires-at is not a time');
  }
  const { holder } = value;
  if (!isObject(holder) || !isText(holder['kind'])) throw invalid('its holder is missing');
  const texts = [
    ...optional.map((name) => [name, value[name]] as const),
    ...holderMembers.map((name) => [name, holder[name]] as const),
  ];
  for (const [name, text] of texts) {
    if (text !== undefined && (typeof text !== 'string' || !/^[ -~]*$/.test(text))) {
      throw invalid(`its member ${name} is not plain text`);
    }
  }
  return value as unknown as SealedPayload;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// Date.parse alone takes a comment in brackets, line breaks included.
function isTime(value: unknown): boolean {
  if (!isText(value) || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(value)) return false;
  return !Number.isNaN(Date.parse(value));
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function invalid(problem: string): SealError {
  return new SealError(
    'ERR_PAYLOAD_INVALID',
    `The lease cannot be used: ${problem}. Expected a lease that mint or exo-lease sealed.`,
  );
}
