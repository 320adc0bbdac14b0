import type { LeaseIdentity } from '../../src/lease/lease-name.ts';

export const identity: Omit<LeaseIdentity, 'deadline'> = {
  prefix: 'exo-lease',
  runId: '19876543210',
  runAttempt: '1',
  jobId: '55512345678',
  random: '0a1b2c3d',
  owner: 'x',
  repository: 'exo-lease',
};
