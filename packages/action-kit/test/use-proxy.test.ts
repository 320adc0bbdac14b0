import { describe, expect, it } from 'vitest';

import type { Toolkit } from '../src/toolkit.ts';
import { useProxy } from '../src/use-proxy.ts';
import { stepWith } from './support/step-with.ts';

// What the runner was warned of, and which environments Node was told to use.
function play(env: Readonly<Record<string, string>>, node: 'tellable' | 'older' | 'refusing') {
  const warnings: string[] = [];
  const told: NodeJS.ProcessEnv[] = [];
  const step = stepWith({}, env);
  const core: Toolkit = { ...step.core, warning: (message) => void warnings.push(String(message)) };
  const setGlobalProxyFromEnv = (given: NodeJS.ProcessEnv): void => {
    if (node === 'refusing') throw new TypeError(given['https_proxy']);
    told.push(given);
  };
  useProxy({ core, env }, () => (node === 'older' ? {} : { setGlobalProxyFromEnv }));
  return { warnings, told };
}

describe('useProxy', () => {
  it.each(['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'])(
    'tells Node of %s',
    (name) => {
      const env = { [name]: 'http://proxy:3128' };
      expect(play(env, 'tellable')).toMatchObject({ warnings: [], told: [env] });
    },
  );

  it('does nothing without a proxy', () => {
    const env = { https_proxy: '', no_proxy: 'localhost' };
    expect(play(env, 'tellable')).toEqual({ warnings: [], told: [] });
    expect(play(env, 'older')).toEqual({ warnings: [], told: [] });
  });

  it.each([
    [{}, 'localhost,127.0.0.1,::1,[::1]'],
    [{ no_proxy: 'a.example' }, 'a.example,localhost,127.0.0.1,::1,[::1]'],
    [{ NO_PROXY: 'b.example' }, 'b.example,localhost,127.0.0.1,::1,[::1]'],
  ])('keeps requests to this machine away from the proxy: %j', (given, direct) => {
    const { told } = play({ ...given, http_proxy: 'http://proxy:3128' }, 'tellable');
    expect(told).toMatchObject([{ no_proxy: direct, NO_PROXY: direct }]);
  });

  it('says nothing to a Node that uses the proxy by itself', () => {
    const env = { https_proxy: 'http://proxy:3128', NODE_USE_ENV_PROXY: '1' };
    expect(play(env, 'tellable').warnings).toEqual([]);
    expect(play(env, 'older')).toEqual({ warnings: [], told: [] });
  });

  it.each(['ALL_PROXY', 'all_proxy'])('warns that %s alone has no effect', (name) => {
    const { warnings, told } = play({ [name]: 'socks5://me:secret@proxy' }, 'tellable');
    expect(told).toEqual([]);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(name);
    expect(warnings[0]).not.toContain('secret');
    expect(play({ [name]: 'http://p', https_proxy: 'http://p' }, 'tellable').warnings).toEqual([]);
  });

  it.each(['proxy:3128', 'http://me:pass/word@proxy:3128', 'socks5://proxy', 'http://[proxy'])(
    'refuses %j, whichever Node it is',
    (https_proxy) => {
      for (const node of ['tellable', 'older'] as const) {
        for (const more of [{}, { NODE_USE_ENV_PROXY: '1' }]) {
          const problem = catchFrom(() => play({ https_proxy, ...more }, node));
          expect(problem).toMatchObject({ code: 'ERR_PROXY_INVALID' });
          expect((problem as Error).message).not.toContain(https_proxy);
        }
      }
    },
  );

  it('warns when Node cannot be told, and says how it can', () => {
    const { warnings } = play({ https_proxy: 'http://me:secret@proxy:3128' }, 'older');
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('24.14');
    expect(warnings[0]).not.toContain('secret');
  });

  it('does not pass on what Node says of a value that may hold a password', () => {
    const env = { https_proxy: 'http://me:secret@proxy' };
    const problem = catchFrom(() => play(env, 'refusing'));
    expect(problem).toMatchObject({ code: 'ERR_PROXY_INVALID' });
    expect((problem as Error).cause).toBeUndefined();
    expect((problem as Error).message).not.toContain('secret');
  });
});

function catchFrom(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}
