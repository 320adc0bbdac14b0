// Another job revokes the key, with the action revoke. The variables are blanked anyway.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

const action = new URL('..', import.meta.url);

it('leaves the key when told so', () =>
  playScenario(action, async (job) => {
    const main = await job.main({ inputs: { revoke: 'false' } });
    // Nothing is left to sign, so the parent secret is not kept.
    expect(JSON.parse(main.state['mint'] ?? '')).not.toHaveProperty('connection');
    const post = await job.post();
    expect(post.exitCode).toBe(0);
    expect(post.requests).toEqual([]);
    expect(Object.values(post.env)).toEqual(['', '', '']);
    expect(job.leftovers()).toEqual([
      `key ${main.outputs['key-name']}`,
      `role ${main.outputs['key-name']}`,
    ]);
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/revoke-false.txt');
  }));
