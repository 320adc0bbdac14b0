// What every experiment works with: the parent key, ways to make roles and keys, and their removal.
import { createApiKey, createIamRole, type IamPolicy, type NewIamRole } from '@x/exo-iam';

import { type Answer, isAccepted, quote } from './answer.ts';
import { cleanUp } from './clean-up.ts';
import { createProbe, type Probe } from './probe.ts';

export interface KeyPair {
  readonly apiKey: string;
  readonly apiSecret: string;
}

/** A bucket of the account, for the one question about object storage. */
export interface Bucket {
  readonly name: string;
  /** `https://sos-<zone>.exo.io` */
  readonly endpoint: string;
  readonly zone: string;
}

export interface LabOptions {
  readonly credentials: KeyPair;
  /** Begins the name of everything that is made, so that it is found again; unique to the run. */
  readonly prefix: string;
  /** The API's base URL. */
  readonly endpoint: string;
  readonly bucket?: Bucket | undefined;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Ends the experiments, not the cleaning up. */
  readonly signal: AbortSignal;
}

export interface Lab {
  readonly parent: Probe;
  readonly bucket: Bucket | undefined;
  readonly fetch: typeof fetch;
  /** Every `Retry-After` that came with a 429, `none` where it was missing. */
  readonly rateLimits: readonly string[];
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** A name nobody else uses. */
  readonly name: () => string;
  /** Another key, or the parent's with another clock. */
  readonly probe: (credentials: KeyPair, clock?: () => number) => Probe;
  readonly makeRole: (role: Omit<NewIamRole, 'name'>) => Promise<string>;
  /** A key for a role; waits up to ten seconds for the role to be known. */
  readonly makeKey: (roleId: string) => Promise<KeyPair>;
  /** Deletes everything of this run. Gives what is left, by name. */
  readonly cleanUp: () => Promise<readonly string[]>;
}

const attempts = 20;
const pauseMs = 500;

export function createLab(options: LabOptions): Lab {
  const { credentials, prefix, endpoint, now, signal } = options;
  const rateLimits: string[] = [];
  let names = 0;
  const base = {
    endpoint,
    now,
    sleep: options.sleep,
    onRateLimit: (retryAfter: string | null) => rateLimits.push(retryAfter ?? 'none'),
  };
  const abortable: typeof fetch = (input, init) =>
    options.fetch(input, { ...init, signal: AbortSignal.any([signal, ...signalsOf(init)]) });
  const probe = (pair: KeyPair, clock?: () => number): Probe =>
    createProbe({
      ...base,
      credentials: pair,
      fetch: abortable,
      sleep: (ms) => options.sleep(ms, signal),
      ...(clock && { now: clock }),
    });
  const parent = probe(credentials);
  const lab: Lab = {
    parent,
    bucket: options.bucket,
    fetch: abortable,
    rateLimits,
    now,
    sleep: (ms) => options.sleep(ms, signal),
    name: () => `${prefix}.${(names += 1)}`,
    probe,
    makeRole: (role) => createIamRole(parent.client, { ...role, name: lab.name() }, { signal }),
    makeKey: (roleId) => makeKey(lab, roleId),
    cleanUp: () => {
      const broom = createProbe({ ...base, credentials, fetch: options.fetch });
      return cleanUp(broom, { prefix, sleep: options.sleep });
    },
  };
  return lab;
}

async function makeKey(lab: Lab, roleId: string): Promise<KeyPair> {
  let refused: Answer | undefined;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    let pair: KeyPair | undefined;
    refused = await lab.parent.answer(async (client) => {
      const { key, secret } = await createApiKey(client, { name: lab.name(), 'role-id': roleId });
      pair = { apiKey: key, apiSecret: secret };
    });
    if (isAccepted(refused) && pair) return pair;
    await lab.sleep(pauseMs);
  }
  throw new Error(`No key could be made: ${refused ? quote(refused) : 'no answer'}.`);
}

function signalsOf(init: RequestInit | undefined): readonly AbortSignal[] {
  return init?.signal ? [init.signal] : [];
}

/** Nothing but these operations of one class. */
export function allowOnly(serviceClass: string, operations: readonly string[]): IamPolicy {
  const list = operations.map((operation) => `'${operation}'`).join(', ');
  const rule = { action: 'allow' as const, expression: `operation in [${list}]` };
  return {
    'default-service-strategy': 'deny',
    services: { [serviceClass]: { type: 'rules', rules: [rule] } },
  };
}

/** Nothing at all. */
export const denyAll: IamPolicy = { 'default-service-strategy': 'deny', services: {} };

/** A read that costs nothing and tells nothing about the account. */
export const harmless = 'list-instance-types';
