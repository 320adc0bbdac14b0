// A step after the mint has turned the check of certificates off for every later one.
import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

import { openImpostor } from './support/impostor.ts';

const action = new URL('..', import.meta.url);
const env = { NODE_TLS_REJECT_UNAUTHORIZED: '0' };

it('turns it on again, says so, and revokes', () =>
  playScenario(action, async (job) => {
    await job.main();
    const post = await job.post({ env });
    expect(post.exitCode).toBe(0);
    expect(job.leftovers()).toEqual([]);
    expect(post.annotations).toMatchObject([{ level: 'warning' }]);
    expect(post.annotations[0]?.message).toContain('NODE_TLS_REJECT_UNAUTHORIZED');
    await expect(job.transcript()).toMatchFileSnapshot('snapshots/post-with-tls-checks-off.txt');
  }));

it('sends nothing to a host whose certificate nobody vouches for', () =>
  playScenario(action, async (job) => {
    const { state, outputs } = await job.main();
    const impostor = await openImpostor();
    const saved = JSON.parse(state['mint'] ?? '') as { readonly connection: object };
    const connection = { ...saved.connection, endpoint: `${impostor.url}/v2` };
    const post = await job.post({
      step: 'at the impostor',
      env: { ...env, STATE_mint: JSON.stringify({ ...saved, connection }) },
    });
    await impostor.close();
    expect(impostor.requests).toEqual([]);
    expect(post.exitCode).toBe(1);
    expect(post.annotations.map(({ level }) => level)).toEqual(['warning', 'error']);
    expect(post.annotations[1]?.message).toContain(outputs['api-key']);
  }));
