// The input `broker`, against a real broker: no secret is stored, and the lease ends with the job.
import {
  assertFailure,
  openBroker,
  playScenario,
  type Job,
  type TestBroker,
} from '@x/action-harness';
import { describe, expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

const noSecret = { 'api-key': '', 'api-secret': '', endpoint: '' };

interface Brokered {
  readonly job: Job;
  readonly broker: TestBroker;
  readonly inputs: Readonly<Record<string, string>>;
}

function playBrokered(play: (brokered: Brokered) => Promise<void>): Promise<void> {
  return playScenario(action, async (job) => {
    const { endpoint, simulator } = job;
    await using broker = await openBroker({ endpoint, parentKey: simulator.parentKey });
    const inputs = { ...noSecret, broker: broker.url };
    await play({ job, broker, inputs });
    expect(broker.output()).not.toContain(simulator.parentKey.apiSecret);
  });
}

describe('broker', () => {
  it('leases a key, which the next steps use and post ends', () =>
    playBrokered(async ({ job, broker, inputs }) => {
      const env = { ...broker.variables() };
      const main = await job.main({ inputs: { ...inputs, verify: 'true' }, env });
      expect(main.annotations).toEqual([]);
      expect(main.exitCode).toBe(0);
      expect(main.outputs).toMatchObject({ 'enforced-by': 'server', sealed: '', method: '' });
      expect(main.env).toMatchObject({
        EXOSCALE_API_KEY: main.outputs['api-key'],
        EXOSCALE_API_SECRET: main.outputs['api-secret'],
      });
      expect(job.leftovers()).toHaveLength(2);
      expect(main.summary).toContain(broker.url);
      const state = JSON.parse(main.state['broker'] ?? '') as Record<string, unknown>;
      expect(Object.keys(state).sort()).toEqual([
        'audience',
        'handedOut',
        'id',
        'inputs',
        'revokeToken',
        'url',
      ]);
      expect(JSON.stringify(state)).not.toMatch(/eli_|ey[JK]/);
      const post = await job.post({ env });
      expect(post.exitCode).toBe(0);
      expect(post.env['EXOSCALE_API_SECRET']).toBe('');
      expect(post.summary).toContain('revoked after');
      expect(job.leftovers()).toEqual([]);
    }));

  it('ends the lease by a fresh OIDC token where the revoke token does not do', () =>
    playBrokered(async ({ job, broker, inputs }) => {
      const env = { ...broker.variables() };
      const { state } = await job.main({ inputs, env });
      const saved = { ...(JSON.parse(state['broker'] ?? '') as object), revokeToken: 'another' };
      const post = await job.post({ env: { ...env, STATE_broker: JSON.stringify(saved) } });
      expect(post.exitCode).toBe(0);
      expect(job.leftovers()).toEqual([]);
    }));

  it.each(['SIGINT', 'SIGKILL'] as const)(
    'leaves nothing after %s while the broker mints: post has the id, and shows a fresh OIDC token',
    (signal) =>
      playBrokered(async ({ job, broker, inputs }) => {
        const env = { ...broker.variables() };
        const interrupt = { signal, during: 'create-api-key', takesEffect: true, byBroker: true };
        const main = await job.main({ inputs, env, interrupt });
        expect(main.exitCode).not.toBe(0);
        expect(main.outputs).toEqual({});
        const state = JSON.parse(main.state['broker'] ?? '') as Record<string, unknown>;
        expect(state).not.toHaveProperty('revokeToken');
        const post = await job.post({ env });
        expect(post.exitCode).toBe(0);
        expect(post.stdout).toContain(String(state['id']));
        expect(job.leftovers()).toEqual([]);
      }),
  );

  it('keeps the key until its deadline when it is told to', () =>
    playBrokered(async ({ job, broker, inputs }) => {
      const env = { ...broker.variables() };
      await job.main({ inputs: { ...inputs, revoke: 'false' }, env });
      const post = await job.post({ env });
      expect(post.exitCode).toBe(0);
      expect(post.stdout).toContain('is not revoked, because the input revoke is false');
      expect(job.leftovers()).toHaveLength(2);
    }));

  it('says who ends the key when the broker is gone', () =>
    playBrokered(async ({ job, broker, inputs }) => {
      const env = { ...broker.variables(), EXO_LEASE_API_IS_AWAY: 'true' };
      const main = await job.main({ inputs, env });
      await broker.stop();
      const post = await job.post({ env });
      expect(post.exitCode).toBe(1);
      expect(post.annotations[0]?.message).toContain(main.outputs['api-key']);
      expect(post.annotations[0]?.message).toContain('The broker ends it at 20');
    }));

  it.each([
    ['the attack of a foreign repository', { repository_id: '666' }, 'no-rule'],
    ['a branch that no rule names', { ref: 'refs/heads/feature' }, 'no-rule'],
  ])('is refused to %s, and leaves nothing', (_, claims, code) =>
    playBrokered(async ({ job, broker, inputs }) => {
      const env = { ...broker.variables(claims) };
      const main = await job.main({ inputs, env });
      expect(assertFailure(main, job)).toContain(code);
      expect(main.state['broker']).toBe('');
      const post = await job.post({ env });
      expect(post.stdout).toContain('Nothing to revoke.');
    }),
  );

  it('names what is beyond the ceiling of the rule', () =>
    playBrokered(async ({ job, broker, inputs }) => {
      const more = { ...inputs, operations: 'list-zones, delete-instance' };
      const main = await job.main({ inputs: more, env: { ...broker.variables() } });
      expect(assertFailure(main, job)).toContain('delete-instance');
    }));

  it('asks for the audience and the rule that it is told', () =>
    playBrokered(async ({ job, broker, inputs }) => {
      const env = { ...broker.variables() };
      const told = { ...inputs, 'broker-audience': broker.url, 'broker-rule': 'deploy' };
      expect((await job.main({ inputs: told, env })).exitCode).toBe(0);
      expect((await job.post({ env })).exitCode).toBe(0);
      const wrong = { ...inputs, 'broker-audience': 'https://another.example.com' };
      expect(assertFailure(await job.main({ inputs: wrong, env }), job)).toContain('401');
    }));

  it('needs the permission to ask for an OIDC token', () =>
    playBrokered(async ({ job, inputs }) => {
      const main = await job.main({ inputs });
      expect(assertFailure(main, job)).toContain('id-token: write');
    }));

  it.each([
    ['api-key', 'EXO1'],
    ['api-secret', 'a-parent-secret'],
    ['policy', '{}'],
    ['template', 'EXO1'],
    ['endpoint', 'https://api-ch-gva-2.exoscale.com/v2'],
    ['zone', 'ch-gva-2'],
    ['method', 'role'],
    ['deadline', 'lenient'],
    ['seal-to', 'elr_x'],
    ['usage-report', 'true'],
    ['dry-run', 'true'],
    ['broker', 'http://broker.example.com'],
    ['export', 'exoscale, none'],
    ['revoke', 'yes'],
  ])('refuses the input %s beside it, or in it', (name, value) =>
    playScenario(action, async (job) => {
      const inputs = { ...noSecret, broker: 'https://broker.example.com', [name]: value };
      const main = await job.main({ inputs });
      expect(assertFailure(main, job)).toContain(name);
      expect(main.requests).toEqual([]);
      expect(main.state).toEqual({});
    }),
  );
});
