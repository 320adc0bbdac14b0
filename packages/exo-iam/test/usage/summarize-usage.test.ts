import { operations } from '@x/exo-operations';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { AuditEvent } from '../../src/resources/event.ts';
import { summarizeUsage, type UsageReport } from '../../src/usage/summarize-usage.ts';

const since = new Date('2026-11-21T00:00:00Z');
const readAt = since.getTime();

function summarize(granted: readonly string[], events: readonly AuditEvent[]): UsageReport {
  const own = events.map((event) => ({ 'iam-api-key': { key: 'EXOlease' }, ...event }));
  const lease = { apiKey: 'EXOlease', name: 'lease', operations: granted, since, until: since };
  const zones = [{ zone: 'ch-gva-2', events: own }];
  return summarizeUsage(lease, { zones, failures: [], readAt });
}

describe('summarizeUsage', () => {
  it('suggests get-operation only where something has to be waited for', () => {
    const granted = ['create-instance', 'create-api-key', 'get-operation'];
    const asynchronous = summarize(granted, [{ handler: 'create-instance', status: 200 }]);
    expect(asynchronous.suggestion).toEqual(['create-instance', 'get-operation']);
    const synchronous = summarize(granted, [{ handler: 'create-api-key', status: 200 }]);
    expect(synchronous.suggestion).toEqual(['create-api-key']);
  });

  it('does not suggest get-operation to a lease that was not granted it', () => {
    const { suggestion } = summarize(['create-instance'], [{ handler: 'create-instance' }]);
    expect(suggestion).toEqual(['create-instance']);
  });

  it('keeps what was tried and refused', () => {
    const { suggestion, unused } = summarize(
      ['delete-instance'],
      [{ handler: 'delete-instance', status: 403 }],
    );
    expect({ suggestion, unused }).toEqual({ suggestion: ['delete-instance'], unused: [] });
  });

  it('keeps names that only policies know, since nothing tells of them', () => {
    const { uncatalogued, suggestion, unused } = summarize(['put-object', 'create-instance'], []);
    expect({ uncatalogued, suggestion, unused }).toEqual({
      uncatalogued: ['put-object'],
      suggestion: ['put-object'],
      unused: ['create-instance'],
    });
  });

  it('counts a read as used where there is an event of it', () => {
    const name = 'get-dbaas-service-logs';
    const { used, reads } = summarize([name], [{ handler: name, status: 200 }]);
    expect(used).toMatchObject([{ operation: name }]);
    expect(reads).toEqual([]);
  });

  it('suggests nothing narrower when an event does not say its operation', () => {
    const report = summarize(['create-instance'], [{ status: 200 }]);
    expect(report).toMatchObject({
      complete: false,
      unused: ['create-instance'],
      suggestion: ['create-instance'],
    });
  });

  it('never suggests what was not granted, nor drops what was used', () => {
    const name = fc.constantFrom(...operations.map((operation) => operation.name), 'put-object');
    const event = fc.record(
      { handler: name, status: fc.constantFrom(200, 403, 404) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(name), fc.array(event), (granted, events) => {
        // Some of what was granted is used, whatever the odds.
        const used = granted.filter((_, index) => index % 2 === 0);
        const report = summarize(granted, [...events, ...used.map((handler) => ({ handler }))]);
        expect(granted).toEqual(expect.arrayContaining([...report.suggestion]));
        const needed = used.filter((operation) => operation !== 'get-operation');
        expect(report.suggestion).toEqual(expect.arrayContaining(needed));
        const seen = new Set([...report.used, ...report.denied].map(({ operation }) => operation));
        const sorted = [
          ...report.granted.filter((operation) => seen.has(operation)),
          ...report.unused,
          ...report.reads,
          ...report.uncatalogued,
        ];
        expect(sorted.sort()).toEqual([...new Set(granted)].sort());
      }),
    );
  });
});
