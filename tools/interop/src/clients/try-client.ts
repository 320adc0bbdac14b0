// The trials that every client library goes through, in the order in which a user would.
import { Checklist } from '../checklist.ts';
import type { InteropContext, PartResult } from '../part.ts';
import { startSimulator } from '../start-simulator.ts';
import { tryAuditTrail } from './audit-trail.ts';
import { tryClock } from './clock.ts';
import type { Driver } from './driver.ts';
import { tryGenericCalls } from './generic-calls.ts';
import { tryKeys } from './keys.ts';
import { tryResources } from './resources.ts';
import { tryRoles, tryZones } from './zones-and-roles.ts';

/** Stops the driver in the end. */
export async function tryClient(context: InteropContext, driver: Driver): Promise<PartResult> {
  const list = new Checklist();
  const parent = await startSimulator(context);
  try {
    const trial = { driver, list, parent };
    await tryZones(trial);
    await tryRoles(trial);
    await tryGenericCalls(trial);
    await tryResources(trial);
    await tryKeys(trial);
    await tryAuditTrail(trial);
    await tryClock(trial);
    const misplaced = parent.requests.filter((line) => / \[unknown\] | 500$/.test(line));
    list.equal(
      `${parent.requests.length} requests, each to an operation of the API`,
      misplaced,
      [],
    );
  } finally {
    await driver.stop();
    list.equal('exo-sim ends in peace', await parent.stop(), 0);
  }
  return { checks: list.checks };
}
