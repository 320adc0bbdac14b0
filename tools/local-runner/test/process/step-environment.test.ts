import { describe, expect, it } from 'vitest';

import { buildStepEnvironment, pickHostEnvironment } from '../../src/process/step-environment.ts';

const layers = {
  base: { PATH: '/bin', CI: 'base' },
  env: {},
  action: {},
  github: { sha: 'abc', token: 'secret', event: {} },
  runner: { os: 'Linux' },
  prependedPath: [],
};

describe('buildStepEnvironment', () => {
  it('does not let env change what GitHub says', () => {
    const env = { GITHUB_SHA: 'x', RUNNER_OS: 'x', GITHUB_ACTIONS: 'x', GITHUB_TOKEN: 't', CI: '' };
    expect(buildStepEnvironment({ ...layers, env })).toEqual({
      PATH: '/bin',
      GITHUB_SHA: 'abc',
      RUNNER_OS: 'Linux',
      GITHUB_ACTIONS: 'true',
      GITHUB_TOKEN: 't',
      CI: '',
    });
  });

  it('keeps token and event of the github context out', () => {
    const names = Object.keys(buildStepEnvironment(layers));
    expect(names).not.toContain('GITHUB_TOKEN');
    expect(names).not.toContain('GITHUB_EVENT');
  });

  it('puts the latest addition to PATH first', () => {
    const prependedPath = ['/a', '/b'];
    expect(buildStepEnvironment({ ...layers, prependedPath })['PATH']).toBe('/b:/a:/bin');
    expect(buildStepEnvironment({ ...layers, base: {}, prependedPath })['PATH']).toBe('/b:/a');
  });
});

describe('pickHostEnvironment', () => {
  it('takes the basics and what was asked for', () => {
    const host = {
      PATH: '/bin',
      LC_ALL: 'C',
      EXOSCALE_API_SECRET: 's',
      WANTED: 'w',
      GONE: undefined,
    };
    expect(pickHostEnvironment(host, ['WANTED', 'GONE'])).toEqual({
      PATH: '/bin',
      LC_ALL: 'C',
      WANTED: 'w',
    });
  });
});
