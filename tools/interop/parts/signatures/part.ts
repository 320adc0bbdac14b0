// The two reference implementations of the request signature judge ours.
import { join } from 'node:path';

import { ExoSignerError, signRequest } from '@x/exo-signer';

import { buildGoProgram } from '../../src/go-program.ts';
import { InteropError } from '../../src/interop-error.ts';
import type { Check, InteropContext, Part, PartResult } from '../../src/part.ts';
import { createPythonEnvironment } from '../../src/python-environment.ts';
import { runCommand } from '../../src/run-command.ts';
import { expiresOf, explainDifference } from './explain-difference.ts';
import type { Reference, SignedByOther } from './explain-difference.ts';
import { randomRequests } from './random-requests.ts';
import type { SampleRequest } from './random-requests.ts';

const count = 3000;
const seed = 20_261_121;

type Signed = SignedByOther | { readonly error: string };

export const signatures: Part = {
  name: 'signatures',
  title: 'egoscale 0.102.4 (v2) and requests-exoscale-auth 1.1.2 sign as we do',
  async run(context) {
    const requests = randomRequests(count, seed);
    const go = await compare(requests, 'egoscale', await signWithGo(context, requests));
    const python = await compare(
      requests,
      'requests-exoscale-auth',
      await signWithPython(context, requests),
    );
    return {
      checks: [...go.checks, ...python.checks],
      notes: [...(go.notes ?? []), ...(python.notes ?? [])],
    };
  },
};

async function compare(
  requests: readonly SampleRequest[],
  reference: Reference,
  signed: readonly Signed[],
): Promise<PartResult> {
  const checks: Check[] = [];
  const counts = new Map<string, number>();
  for (const [index, request] of requests.entries()) {
    const other = signed[index] ?? { error: 'it gave no answer' };
    const outcome = 'error' in other ? undefined : await classify(request, reference, other);
    const name = `${reference}: request ${index}`;
    checks.push({
      name,
      passed: outcome !== undefined,
      detail: `${JSON.stringify(request)}\n${JSON.stringify(other)}`,
    });
    const kind = outcome ?? 'unexplained';
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const equal = counts.get('equal') ?? 0;
  const name = `${reference}: most of the ${requests.length} headers are the same`;
  checks.push({ name, passed: equal > requests.length / 2, detail: `${equal} are` });
  const notes = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([kind, times]) => `${reference}: ${times} ${kind}`);
  return { checks, notes };
}

/** `equal`, or what makes the difference; `undefined` where nothing known does. */
async function classify(
  request: SampleRequest,
  reference: Reference,
  other: SignedByOther,
): Promise<string | undefined> {
  const ours = await sign(request, expiresOf(other.authorization));
  if (ours === other.authorization) return 'equal';
  const refused = ours === undefined;
  return explainDifference(request, other, { reference, refused })?.join(' and ');
}

/** `undefined` where the signer refuses, because the header could not carry a name. */
async function sign(request: SampleRequest, expires: number): Promise<string | undefined> {
  const { apiKey, apiSecret, ...rest } = request;
  try {
    return await signRequest(rest, { apiKey, apiSecret }, { expires });
  } catch (error) {
    if (error instanceof ExoSignerError && error.code === 'ERR_QUERY_NAME_UNSUPPORTED')
      return undefined;
    throw error;
  }
}

async function signWithGo(
  context: InteropContext,
  requests: readonly SampleRequest[],
): Promise<readonly Signed[]> {
  const folder = join(import.meta.dirname, 'driver');
  const command = await buildGoProgram(context, { folder, binary: 'signatures-driver' });
  return signWith(context, [command], requests);
}

async function signWithPython(
  context: InteropContext,
  requests: readonly SampleRequest[],
): Promise<readonly Signed[]> {
  // python-exoscale brings the signature's implementation with it, at a version that is pinned there.
  const file = join(import.meta.dirname, '../python-exoscale/requirements.txt');
  const python = await createPythonEnvironment(context, { name: 'python-exoscale', file });
  return signWith(context, [python, join(import.meta.dirname, 'driver.py')], requests);
}

async function signWith(
  { signal, log }: InteropContext,
  [command = '', ...args]: readonly string[],
  requests: readonly SampleRequest[],
): Promise<readonly Signed[]> {
  log(`${requests.length} requests …`);
  const input = requests.map((request) => `${JSON.stringify(request)}\n`).join('');
  const result = await runCommand(command, args, { env: {}, input, signal });
  if (result.code !== 0) {
    throw new InteropError('SETUP_FAILED', `${command} failed: ${result.stderr.trim()}`);
  }
  return result.stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Signed);
}
