import { describe, expect, it } from 'vitest';

import { refuseUnverifiedTls } from '../src/refuse-unverified-tls.ts';

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
