// Roles that exist before a lease is minted.
import type { IamPolicy } from '../../src/resources/iam-policy.ts';

export const dnsOnly: IamPolicy = {
  'default-service-strategy': 'deny',
  services: { dns: { type: 'allow' } },
};

export const assumableByAll = {
  'assume-role-policy': { rules: [{ action: 'allow', expression: 'true' }] },
} as const;
