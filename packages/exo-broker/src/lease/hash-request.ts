// Tells whether two requests with one idempotency key are equal.
import { createHash } from 'node:crypto';

import type { LeaseRequest } from './lease-request.ts';

export function hashRequest({ rule, scope, ttlSeconds, recipient }: LeaseRequest): string {
  const { operations, tags, resources, role, getOperation } = scope;
  const asked = [rule.name, operations, tags, resources, role, getOperation, ttlSeconds, recipient];
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex');
}
