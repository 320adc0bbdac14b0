import { describe, expect, it } from 'vitest';

import { sleep } from '../../src/client/sleep.ts';

describe('sleep', () => {
  it('waits at least that long', async () => {
    const start = performance.now();
    await sleep(30);
    // A timer may come up to a millisecond early.
    expect(performance.now() - start).toBeGreaterThanOrEqual(28);
  });

  it('rejects with the reason of a signal that is aborted already, and of one that aborts', async () => {
    const reason = new Error('enough');
    await expect(sleep(60_000, AbortSignal.abort(reason))).rejects.toBe(reason);
    const controller = new AbortController();
    const waiting = sleep(60_000, controller.signal);
    controller.abort(reason);
    await expect(waiting).rejects.toBe(reason);
  });

  it('leaves nothing on the signal', async () => {
    const { signal } = new AbortController();
    let listeners = 0;
    const counting = new Proxy(signal, {
      get(target, name) {
        if (name === 'addEventListener') listeners += 1;
        if (name === 'removeEventListener') listeners -= 1;
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    await sleep(1, counting);
    expect(listeners).toBe(0);
  });
});
