// Policies that scenarios find in the organization.
import type { IamPolicy } from '@x/exo-iam';

export const mayListZones: IamPolicy = {
  'default-service-strategy': 'deny',
  services: {
    compute: {
      type: 'rules',
      rules: [{ action: 'allow', expression: "operation in ['list-zones', 'list-instances']" }],
    },
  },
};
