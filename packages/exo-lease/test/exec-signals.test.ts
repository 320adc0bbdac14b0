// Signals to `exec`, to its command and to both: no key is left, or the journal leads to it.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { run, start, type Started } from './support/command.ts';
import { openOrganization, type Organization } from './support/organization.ts';

const scope = ['--operation', 'list-zones'];
// Says its process id, and waits.
const waiting = ['exec', ...scope, '--', 'sh', '-c', 'echo pid $$; exec sleep 60'];
// Counts the signals that it gets, until a moment after the first.
const counting = `
  n=0; names=
  for name in INT TERM HUP QUIT; do trap "n=\\$((n + 1)); names=\\"\\$names SIG$name\\"" $name; done
  echo pid $$
  while [ $n -eq 0 ]; do sleep 0.05; done
  sleep 0.3
  echo "got$names"
  exit 7`;
const trapping = ['exec', ...scope, '--', 'sh', '-c', counting];

const numbers = { SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGTERM: 15 } as const;
const signals = Object.keys(numbers) as readonly (keyof typeof numbers)[];

describe('signals during exec', () => {
  let organization: Organization;

  beforeEach(async () => {
    organization = await openOrganization();
  });

  afterEach(() => organization.close());

  it.each(signals)('%s to exo-lease ends its command and the key', async (signal) => {
    const started = start(waiting, organization);
    await commandOf(started);
    started.process.kill(signal);
    expect((await started.ended).code).toBe(128 + numbers[signal]);
    expect(organization.leftovers()).toEqual([]);
    expect(journal(organization)).toEqual([]);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    '%s reaches a command that handles it, once',
    async (signal) => {
      const started = start(trapping, organization);
      await commandOf(started);
      started.process.kill(signal);
      const { code, stdout } = await started.ended;
      expect(code).toBe(7);
      expect(stdout).toContain(`got ${signal}\n`);
      expect(organization.leftovers()).toEqual([]);
    },
  );

  it.each([...signals, 'SIGKILL'] as const)('%s to the command ends the key', async (signal) => {
    const started = start(waiting, organization);
    process.kill(await commandOf(started), signal);
    expect((await started.ended).code).toBe(signal === 'SIGKILL' ? 137 : 128 + numbers[signal]);
    expect(organization.leftovers()).toEqual([]);
  });

  it('a signal during the mint undoes it', async () => {
    const { simulator } = organization;
    simulator.faults.add({ operation: 'create-api-key', delayMs: 20_000 });
    const started = start(waiting, organization);
    await waitFor(() => organization.leftovers());
    started.process.kill('SIGTERM');
    expect((await started.ended).code).toBe(143);
    expect(organization.leftovers()).toEqual([]);
  });

  it.each([
    ['exo-lease', false],
    ['both', true],
  ])('SIGKILL to %s leaves a journal, and the next command cleans up', async (_, both) => {
    const { simulator, env } = organization;
    const started = start(waiting, organization);
    const pid = await commandOf(started);
    started.process.kill('SIGKILL');
    if (both) process.kill(pid, 'SIGKILL');
    const [file = ''] = await waitFor(() =>
      started.process.signalCode ? journal(organization) : [],
    );
    if (!both) process.kill(pid, 'SIGKILL');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const text = readFileSync(file, 'utf8');
    expect(JSON.parse(text)).toMatchObject({ record: { phase: 'handed-out' } });
    expect(text).not.toContain(simulator.parentKey.apiSecret);
    const keys = [...simulator.state.apiKeys.values()];
    const lease = keys.find(({ name }) => name.includes('.'));
    expect(text).not.toContain(lease?.secret);

    const next = await run(['list', '-O', 'json'], { env });
    expect(next).toMatchObject({ code: 0, stdout: '[]\n' });
    expect(next.stderr).toContain(lease?.name);
    expect(organization.leftovers()).toEqual([]);
    expect(journal(organization)).toEqual([]);
  });

  it('leaves the lease of a process that runs alone', async () => {
    const { env } = organization;
    const started = start(waiting, organization);
    await commandOf(started);
    const next = await run(['exec', ...scope, '--', 'true'], { env });
    expect(next.code).toBe(0);
    expect(organization.leftovers()).toHaveLength(2);
    started.process.kill('SIGTERM');
    await started.ended;
    expect(organization.leftovers()).toEqual([]);
  });

  it('leaves the journal of another parent key alone', async () => {
    const { simulator, env } = organization;
    const started = start(waiting, organization);
    const pid = await commandOf(started);
    started.process.kill('SIGKILL');
    process.kill(pid, 'SIGKILL');
    await started.ended;
    const { apiKey, apiSecret } = simulator.parentAccessKey;
    const other = { EXOSCALE_API_KEY: apiKey, EXOSCALE_API_SECRET: apiSecret };
    await run(['list'], { env: { ...env, ...other } });
    expect(journal(organization)).toHaveLength(1);
  });
});

async function commandOf(started: Started): Promise<number> {
  const output = await started.saw('pid ');
  await started.saw('\n');
  return Number(/pid (\d+)/.exec(output)?.[1]);
}

function journal({ home }: Organization): string[] {
  const folder = join(home, '.local/state/exo-lease/leases');
  return readdirSync(folder).map((name) => join(folder, name));
}

async function waitFor<T>(look: () => T): Promise<T> {
  for (;;) {
    const seen = look();
    if (Array.isArray(seen) ? seen.length > 0 : seen) return seen;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
