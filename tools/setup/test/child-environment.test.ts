import { describe, expect, it } from 'vitest';

import { childEnvironment } from '../child-environment.mjs';

describe('childEnvironment', () => {
  it('drops what npm says about the command it runs', () => {
    const fromNpm = {
      INIT_CWD: '/a',
      npm_command: 'run-script',
      npm_config_dry_run: 'true',
      npm_config_local_prefix: '/a',
      npm_config_workspace: 'b',
      npm_lifecycle_event: 'test',
      npm_package_name: 'c',
    };
    expect(childEnvironment(fromNpm)).toEqual(childEnvironment({}));
  });

  it('keeps how packages are reached', () => {
    const reach = {
      PATH: '/bin',
      npm_config_cafile: '/ca.pem',
      npm_config_https_proxy: 'http://127.0.0.1:1',
      npm_config_registry: 'http://127.0.0.1:2',
      npm_config_userconfig: '/npmrc',
    };
    expect(childEnvironment(reach)).toMatchObject(reach);
  });

  it('lets the tools send nothing home', () => {
    const telemetry = { DO_NOT_TRACK: '1', TURBO_TELEMETRY_DISABLED: '1' };
    expect(childEnvironment({})).toMatchObject(telemetry);
  });

  it('drops settings that npm exports empty', () => {
    expect(childEnvironment({ npm_config_noproxy: '' })).not.toHaveProperty('npm_config_noproxy');
  });
});
