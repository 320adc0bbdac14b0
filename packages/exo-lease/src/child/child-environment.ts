// The environment of the command, with the minted key and no other.
import type { VariablePreset } from '@x/exo-iam';

import type { Environment } from '../context.ts';

// Every variable in which a client looks for a key, including the parent key, and those that would let the
// command get keys from a broker or open sealed leases.
const keys: readonly string[] = [
  'EXOSCALE_API_KEY',
  'EXOSCALE_API_SECRET',
  'EXOSCALE_KEY',
  'EXOSCALE_SECRET',
  'EXOSCALE_SECRET_KEY',
  'CLOUDSTACK_KEY',
  'CLOUDSTACK_API_KEY',
  'CLOUDSTACK_SECRET',
  'CLOUDSTACK_SECRET_KEY',
  'EXO_LEASE_ID_TOKEN',
  'EXO_LEASE_IDENTITY',
];

// S3 clients use such a variable instead of the minted key, or together with it.
const storageKeys: readonly string[] = [
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_SECURITY_TOKEN',
  'AWS_PROFILE',
  'AWS_DEFAULT_PROFILE',
  'AWS_DEFAULT_REGION',
];

export interface KeyEnvironment {
  readonly presets: readonly VariablePreset[];
  readonly variables: Readonly<Record<string, string>>;
}

export function childEnvironment(
  env: Environment,
  { presets, variables }: KeyEnvironment,
): Record<string, string | undefined> {
  const stale = presets.includes('sos') ? [...keys, ...storageKeys] : keys;
  const kept = Object.entries(env).filter(([name]) => !stale.includes(name));
  return { ...Object.fromEntries(kept), ...variables };
}
