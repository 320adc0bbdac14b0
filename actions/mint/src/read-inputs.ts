// The inputs of the mint action.
import {
  readBoolean,
  readChoice,
  readConnection,
  readPresets,
  type Connection,
  type Step,
} from '@x/action-kit';
import {
  leaseMethods,
  parseList,
  parseTtl,
  type IamPolicy,
  type LeaseMethod,
  type LeaseScope,
  type VariablePreset,
} from '@x/exo-iam';

import { readLeg } from './read-leg.ts';

export interface MintInputs {
  /**
   * The parent key and where the API is. The secret is masked already.
   *
   * @throws {ExoIamError} `ERR_CREDENTIALS_MISSING`: a dry run may do without.
   */
  readonly connection: () => Connection;
  /** The zone, where the input or the variable `EXOSCALE_ZONE` names one. */
  readonly zone: string | undefined;
  readonly scope: LeaseScope;
  readonly ttlSeconds: number;
  readonly method: LeaseMethod | undefined;
  readonly deadline: 'strict' | 'lenient';
  readonly namePrefix: string;
  readonly presets: readonly VariablePreset[];
  /** The address of a broker, which mints instead of the parent key, or the empty string. */
  readonly broker: string;
  /** The recipient to whom the key is sealed, `elr_…`, or the empty string. */
  readonly sealTo: string;
  readonly verify: boolean;
  readonly revoke: boolean;
  readonly onRevokeFailure: 'fail' | 'warn';
  readonly usageReport: boolean;
  readonly dryRun: boolean;
  readonly summary: boolean;
  readonly jobId: string;
  /** The leg of the matrix as people tell them apart, `ubuntu, 24`, or the empty string. */
  readonly leg: string;
}

/**
 * Reads every input before anything is done, so that a wrong one never leaves half a mint.
 *
 * @throws {ActionError} `ERR_INPUT_INVALID`.
 * @throws {ExoIamError} `ERR_CREDENTIALS_MISSING` unless it is a dry run or a broker mints,
 *   `ERR_DURATION_INVALID`,
 *   `ERR_POLICY_INVALID`.
 */
export async function readInputs(step: Step): Promise<MintInputs> {
  const { core, env } = step;
  // First, because it masks the parent secret.
  const connection = readConnectionLater(step);
  const dryRun = readBoolean(step, 'dry-run');
  const broker = core.getInput('broker');
  if (!dryRun && !broker) connection();
  const zone = core.getInput('zone') || (env['EXOSCALE_ZONE'] ?? '').trim() || undefined;
  const methodName = core.getInput('method');
  return {
    connection,
    zone,
    scope: await readScope(step),
    ttlSeconds: parseTtl(core.getInput('ttl') || '1h'),
    method: methodName
      ? readChoice(methodName, { name: 'method', words: leaseMethods })
      : undefined,
    deadline: readChoice(core.getInput('deadline') || 'strict', {
      name: 'deadline',
      words: ['strict', 'lenient'],
    }),
    namePrefix: core.getInput('name-prefix'),
    // A broker tells the zone with the key.
    presets: broker ? [] : readPresets(core.getInput('export'), zone),
    broker,
    sealTo: core.getInput('seal-to'),
    verify: readBoolean(step, 'verify'),
    revoke: readBoolean(step, 'revoke'),
    onRevokeFailure: readChoice(core.getInput('on-revoke-failure'), {
      name: 'on-revoke-failure',
      words: ['fail', 'warn'],
    }),
    usageReport: readBoolean(step, 'usage-report'),
    dryRun,
    summary: readBoolean(step, 'summary'),
    jobId: core.getInput('job-id'),
    leg: readLeg(core.getInput('matrix')),
  };
}

// The secret is masked at once, and what is missing is thrown to the one who needs it.
function readConnectionLater(step: Step): () => Connection {
  try {
    const connection = readConnection(step);
    return () => connection;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

async function readScope(step: Step): Promise<LeaseScope> {
  const { core } = step;
  const text = core.getInput('policy');
  const policy = text ? await import('./read-policy.ts') : undefined;
  return {
    operations: parseList(core.getInput('operations')),
    tags: parseList(core.getInput('tags')),
    resources: parseList(core.getInput('resources')),
    // Whether it is one, `compileScope` checks.
    ...(policy && { policy: policy.readPolicy(step, text) as IamPolicy }),
    role: core.getInput('role') || undefined,
    template: core.getInput('template') || undefined,
    getOperation: readChoice(core.getInput('get-operation'), {
      name: 'get-operation',
      words: ['auto', 'allow', 'deny'],
    }),
  };
}
