import { describe, expect, it } from 'vitest';

import { refuseUnverifiedTls, verifyTlsAgain } from '../src/certificate-checks.ts';
import type { Toolkit } from '../src/toolkit.ts';
import { stepWith } from './support/step-with.ts';

function play(env: NodeJS.ProcessEnv): string[] {
  const warnings: string[] = [];
  const { core } = stepWith({});
  const told: Toolkit = { ...core, warning: (message) => void warnings.push(String(message)) };
  verifyTlsAgain({ core: told, env });
  return warnings;
}

describe('verifyTlsAgain', () => {
  it('takes the variable away and says so', () => {
    const env = { NODE_TLS_REJECT_UNAUTHORIZED: '0', HOME: '/tmp' };
    expect(play(env)).toHaveLength(1);
    expect(env).toEqual({ HOME: '/tmp' });
  });

  it.each([{}, { NODE_TLS_REJECT_UNAUTHORIZED: '1' }, { NODE_TLS_REJECT_UNAUTHORIZED: '' }])(
    'leaves %j alone',
    (given) => {
      const env = { ...given };
      expect(play(env)).toEqual([]);
      expect(env).toEqual(given);
    },
  );
});

describe('refuseUnverifiedTls', () => {
  it.each([{}, { NODE_TLS_REJECT_UNAUTHORIZED: '1' }, { NODE_TLS_REJECT_UNAUTHORIZED: '' }])(
    'lets %j pass',
    (env) => {
      expect(() => refuseUnverifiedTls({ env })).not.toThrow();
    },
  );

  it('refuses to go on when certificates are not checked', () => {
    expect(() => refuseUnverifiedTls({ env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } })).toThrowError(
      expect.objectContaining({ code: 'ERR_TLS_UNVERIFIED' }),
    );
  });
});
