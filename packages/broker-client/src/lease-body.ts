// The body of `POST /v1/leases` (DESIGN section 9).
import type { LeaseRequest } from './create-broker-client.ts';

/** Lists that are empty and what is the default anyway are left out. */
export function leaseBody(
  { rule, scope, ttl }: LeaseRequest,
  recipient: string,
): Readonly<Record<string, unknown>> {
  const { operations = [], tags = [], resources = [], role, getOperation = 'auto' } = scope;
  return {
    rule,
    scope: {
      ...(operations.length > 0 && { operations }),
      ...(tags.length > 0 && { tags }),
      ...(resources.length > 0 && { resources }),
      ...(role !== undefined && { role }),
      ...(getOperation !== 'auto' && { 'get-operation': getOperation }),
    },
    ttl,
    recipient,
  };
}
