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
  useProxy({ core, env }, node === 'older' ? {} : { setGlobalProxyFromEnv });
  return { warnings, told };
}

describe('useProxy', () => {
  it.each(['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'])(
    'tells Node of %s',
    (name) => {
      const env = { [name]: 'http://proxy:3128' };
      expect(play(env, 'tellable')).toEqual({ warnings: [], told: [env] });
    },
  );

  it('does nothing without a proxy', () => {
    const env = { https_proxy: '', no_proxy: 'localhost' };
    expect(play(env, 'tellable')).toEqual({ warnings: [], told: [] });
    expect(play(env, 'older')).toEqual({ warnings: [], told: [] });
  });

  it('leaves a Node alone that uses the proxy by itself', () => {
    const env = { https_proxy: 'http://proxy:3128', NODE_USE_ENV_PROXY: '1' };
    expect(play(env, 'tellable')).toEqual({ warnings: [], told: [] });
    expect(play(env, 'older')).toEqual({ warnings: [], told: [] });
  });

  it('warns when Node cannot be told, and says how it can', () => {
    const { warnings } = play({ https_proxy: 'http://me:secret@proxy:3128' }, 'older');
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('NODE_USE_ENV_PROXY');
    expect(warnings[0]).not.toContain('secret');
  });

  it('does not pass on what Node says of a value that may hold a password', () => {
    const env = { https_proxy: 'http://me:secret@[proxy' };
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
