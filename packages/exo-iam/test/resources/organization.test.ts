import { describe, expect, it } from 'vitest';

import { getIamOrganizationPolicy } from '../../src/resources/iam-organization-policy.ts';
import { getOrganization } from '../../src/resources/organization.ts';
import { createOrganization } from '../support/organization.ts';

describe('the organization', () => {
  it('tells its record', async () => {
    const { client, simulator } = createOrganization();
    expect(await getOrganization(client)).toMatchObject(simulator.state.organization);
  });

  it('tells its policy', async () => {
    const organizationPolicy = {
      'default-service-strategy': 'allow',
      services: { dns: { type: 'deny' } },
    } as const;
    const { client } = createOrganization({ organizationPolicy });
    expect(await getIamOrganizationPolicy(client)).toEqual(organizationPolicy);
  });
});
