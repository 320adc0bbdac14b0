// The methods of minting, by name.
import type { LeaseMethod } from './journal.ts';
import type { Method } from './method.ts';
import { accessKey } from './methods/access-key.ts';
import { assumeRole } from './methods/assume-role.ts';
import { role } from './methods/role.ts';
import { scopedRole } from './methods/scoped-role.ts';

export const methods: Readonly<Record<LeaseMethod, Method>> = {
  'scoped-role': scopedRole,
  role,
  'assume-role': assumeRole,
  'access-key': accessKey,
};
