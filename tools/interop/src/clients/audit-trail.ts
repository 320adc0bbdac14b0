// The audit trail, as a client reads it after everything else: a query of two times, and what was
// done, without any secret.
import type { Trial } from './trial.ts';

export async function tryAuditTrail({ driver, list, parent }: Trial): Promise<void> {
  const hour = 3_600_000;
  const { value, error } = await driver.call(parent, 'list-events', {
    from: new Date(Date.now() - hour).toISOString(),
    to: new Date(Date.now() + hour).toISOString(),
  });
  const events: readonly { handler: string; status: number }[] = value ?? [];
  const done = new Set(events.filter((event) => event.status === 200).map((each) => each.handler));
  for (const handler of ['create-iam-role', 'create-api-key', 'delete-api-key']) {
    list.holds(`list-events tells of ${handler}`, done.has(handler), error ?? [...done]);
  }
  const secret = parent.apiSecret;
  list.holds('list-events tells no secret', !JSON.stringify(events).includes(secret));
}
