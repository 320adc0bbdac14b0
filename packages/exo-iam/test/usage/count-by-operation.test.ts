import { describe, expect, it } from 'vitest';

import type { AuditEvent } from '../../src/resources/event.ts';
import { countByOperation } from '../../src/usage/count-by-operation.ts';

const lease = { apiKey: 'EXOlease', name: 'exo-lease-name' };
const caller = { 'iam-api-key': { key: lease.apiKey } };

function count(...events: readonly AuditEvent[]): ReturnType<typeof countByOperation> {
  return countByOperation(lease, [{ zone: 'ch-gva-2', events }]);
}

describe('countByOperation', () => {
  it.each([
    ['its key', { key: 'EXOlease' }, 1],
    ['its name, where the key is missing', { name: 'exo-lease-name' }, 1],
    ['another key of the same name', { key: 'EXOother', name: 'exo-lease-name' }, 0],
    ['another name', { name: 'exo-lease-other' }, 0],
    ['nothing', {}, 0],
    ['nobody', undefined, 0],
  ])('knows the lease by %s', (_, key, expected) => {
    const event = { handler: 'create-instance', ...(key && { 'iam-api-key': key }) };
    expect(count(event).used).toHaveLength(expected);
  });

  it('counts a request once, however many zones tell of it', () => {
    const event = { ...caller, handler: 'create-instance', 'request-id': '1', zone: 'at-vie-1' };
    const { used } = countByOperation(lease, [
      { zone: 'ch-gva-2', events: [event, { ...event, 'request-id': '2' }] },
      { zone: 'at-vie-1', events: [event, { ...event, handler: 'create-anti-affinity-group' }] },
    ]);
    expect(used).toMatchObject([
      { operation: 'create-instance', count: 2, zones: ['at-vie-1'] },
      { operation: 'create-anti-affinity-group', count: 1 },
    ]);
  });

  it('says the zone that was asked where the event does not', () => {
    expect(count({ ...caller, handler: 'create-instance' }).used).toMatchObject([
      { zones: ['ch-gva-2'] },
    ]);
  });

  it('takes the latest status there is', () => {
    const at = (time: string, status?: number): AuditEvent => ({
      ...caller,
      handler: 'create-instance',
      timestamp: `2026-11-21T${time}Z`,
      ...(status !== undefined && { status }),
    });
    const { used } = count(
      at('12:00:00.003'),
      at('12:00:00.002', 409),
      { ...caller, handler: 'create-instance', status: 500 },
      at('12:00:00.001', 200),
    );
    expect(used).toMatchObject([{ count: 4, lastStatus: 409 }]);
    expect(count(at('12:00:00.001')).used).toMatchObject([{ lastStatus: undefined }]);
  });

  it.each([401, 403])('tells apart what was refused with %i', (status) => {
    const counted = count(
      { ...caller, handler: 'create-instance', status },
      { ...caller, handler: 'create-instance', status: 400 },
    );
    expect(counted.denied).toMatchObject([{ operation: 'create-instance', lastStatus: status }]);
    expect(counted.used).toMatchObject([{ operation: 'create-instance', lastStatus: 400 }]);
  });

  it('counts what does not say its operation', () => {
    expect(count({ ...caller, status: 200 }, { ...caller, handler: '' }, { status: 200 })).toEqual({
      used: [],
      denied: [],
      unattributed: 2,
    });
  });
});
