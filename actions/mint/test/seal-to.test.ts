// The key is encrypted to one recipient, for another job of this run.
import { assertFailure, playScenario } from '@x/action-harness';
import { generateIdentity, open } from '@x/seal';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('seals the key, keeps no trace of its secret, and revokes nothing', async () => {
  const { recipient, identity } = await generateIdentity();
  await playScenario(action, async (job) => {
    const main = await job.main({ inputs: { 'seal-to': recipient, zone: 'de-fra-1' } });
    expect(main.exitCode).toBe(0);
    const lease = await open(main.outputs['sealed'] ?? '', identity);
    expect(lease).toMatchObject({
      key: main.outputs['api-key'],
      name: main.outputs['key-name'],
      'expires-at': main.outputs['expires-at'],
      zone: 'de-fra-1',
      endpoint: job.endpoint,
      holder: { kind: 'github-run', repository: 'octo/site', run: '1234567', attempt: '1' },
    });
    // The harness knows the minted secret from the API's answer: only the mask has it.
    expect(main.outputs['api-secret']).toBe('');
    expect(main.env).toEqual({});
    expect(main.state['mint']).not.toContain('"connection"');
    expect(main.outputs['key-name']).toMatch(/\.gr\./);
    expect(main.summary).toContain(recipient);
    expect(main.summary).toContain(
      '| ended by | a job of this run; the server refuses it from then on |',
    );
    const post = await job.post();
    expect(post.exitCode).toBe(0);
    expect(post.requests).toEqual([]);
    expect(post.stdout).toContain('sealed for other jobs');
    expect(job.leftovers()).toHaveLength(2);
  });
});

it('revokes as always what was not sealed yet', async () => {
  const { recipient } = await generateIdentity();
  await playScenario(action, async (job) => {
    const inputs = { 'seal-to': recipient };
    const main = await job.main({ inputs, brokenFile: { kind: 'OUTPUT', how: 'full' } });
    expect(main.exitCode).toBe(1);
    await job.post();
    expect(job.leftovers()).toEqual([]);
  });
});

it('refuses what is not a recipient before anything is asked', async () => {
  const { recipient, identity } = await generateIdentity();
  await playScenario(action, async (job) => {
    for (const text of [identity, `${recipient}x`, 'elr_', 'age1qqq']) {
      const main = await job.main({ inputs: { 'seal-to': text } });
      expect(assertFailure(main, job)).toContain('seal-to');
      expect(main.requests).toEqual([]);
      expect(main.stdout).not.toContain(identity.slice(4));
    }
  });
});
