// A second client of the broker, in Python and from the protocol's description alone.
import { join } from 'node:path';

import { startBroker, type RunningBroker } from '../../src/broker/start-broker.ts';
import { Checklist } from '../../src/checklist.ts';
import { InteropError } from '../../src/interop-error.ts';
import type { InteropContext, Part } from '../../src/part.ts';
import { runCommand } from '../../src/run-command.ts';

interface Report {
  readonly seen: Readonly<Record<string, unknown>>;
  readonly secrets: readonly string[];
}

const problem = 'application/problem+json';

/** What the protocol says of each step of `client.py`. */
const expected: Readonly<Record<string, unknown>> = {
  minted: {
    status: 201,
    members: ['enforced-by', 'expires-at', 'id', 'key', 'name', 'revoke-token', 'sealed'],
  },
  'id is the idempotency key': true,
  // Without a zone: the configuration has an endpoint in its place.
  payload: {
    members: ['endpoint', 'expires-at', 'holder', 'key', 'name', 'secret', 'v'],
    v: 1,
  },
  'answer and payload agree': true,
  'allowed call': 200,
  'call outside the scope': 403,
  repeated: { status: 201, 'same sealed text': true, 'new revoke token': true },
  'repeated with the first token': 201,
  'other body': [422, problem, 'idempotency-key-reused'],
  'other job': [409, problem, 'conflict'],
  'replayed jti': [401, problem, 'unauthorized'],
  "other recipient's audience": [401, problem, 'unauthorized'],
  'audience without a recipient': [401, problem, 'unauthorized'],
  excess: [403, problem, 'ceiling', ['create-instance']],
  ttl: [403, problem, 'max-ttl'],
  policy: [400, problem, 'invalid-request'],
  'foreign repository': [403, problem, 'no-rule'],
  'looked at': [200, 'leased', false],
  'looked at by another job': [404, problem, 'not-found'],
  'revoked with a made-up token': [401, problem, 'unauthorized'],
  revoked: [200, true],
  'call after it': 403,
  'revoked twice': 200,
  'minted after it': [410, problem, 'gone'],
  'unseen id ended': 200,
  'minted with it later': [409, problem, 'conflict'],
};

export const broker: Part = {
  name: 'broker',
  title: 'a client in Python leases, opens, uses and revokes at exo-broker serve',
  async run(context) {
    const list = new Checklist();
    const running = await startBroker(context, { repositoryIds: ['260064828'] });
    let exitCode: number | null = null;
    try {
      const { seen, secrets } = await play(context, running);
      for (const [name, value] of Object.entries(expected)) list.equal(name, seen[name], value);
      list.holds('the holder is the run', isHolder(seen['holder']), seen['holder']);
      const leaked = secrets.filter((secret) => running.output().includes(secret)).length;
      list.equal('secrets in the log and the audit trail', leaked, 0);
    } finally {
      exitCode = await running.stop();
    }
    list.equal('the exit code of the broker', exitCode, 0);
    return { checks: list.checks };
  },
};

async function play(context: InteropContext, running: RunningBroker): Promise<Report> {
  const { url, publicUrl, issuerUrl, python } = running;
  const input = JSON.stringify({ broker: url, audience: publicUrl, issuer: issuerUrl });
  const client = join(import.meta.dirname, 'client.py');
  const { signal } = context;
  const { code, stdout, stderr } = await runCommand(python, [client], { env: {}, input, signal });
  if (code !== 0) throw new InteropError('SETUP_FAILED', `the client failed: ${stderr.trim()}`);
  return JSON.parse(stdout) as Report;
}

function isHolder(holder: unknown): boolean {
  const { kind, ...facts } = (holder ?? {}) as Readonly<Record<string, unknown>>;
  const names = ['repository', 'repository-id', 'run', 'attempt'];
  const values = ['acme/shop', '260064828', '77', '1'];
  return typeof kind === 'string' && names.every((name, index) => facts[name] === values[index]);
}
