import { setImmediate } from 'node:timers/promises';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { forEachZone } from '../../src/resources/for-each-zone.ts';
import { createOrganization } from '../support/organization.ts';

const zones = ['ch-gva-2', 'at-vie-1', 'de-fra-1'];

describe('forEachZone', () => {
  it('calls each zone at its own endpoint, in the order of the API', async () => {
    const { client, simulator } = createOrganization({ zones });
    const { results, failures } = await forEachZone(client, async (zoneClient, zone) => {
      await zoneClient.request('list-instances');
      return zone['api-endpoint'];
    });
    expect(results).toEqual(
      zones.map((zone) => ({ zone, value: `https://api-${zone}.exoscale.com/v2` })),
    );
    expect(failures).toEqual([]);
    const [listing, ...calls] = simulator.requests;
    expect(listing).toMatchObject({ operation: 'list-zones', apiKey: undefined });
    expect(calls.map(({ zone }) => zone).sort()).toEqual([...zones].sort());
  });

  it('asks only the zones it is told, each once and in that order', async () => {
    const { client } = createOrganization({ zones });
    const options = { zones: ['de-fra-1', 'ch-gva-2', 'de-fra-1'] };
    const { results } = await forEachZone(client, async (_, { name }) => name, options);
    expect(results.map(({ zone }) => zone)).toEqual(['de-fra-1', 'ch-gva-2']);
  });

  it('asks four zones at once', async () => {
    const { client } = createOrganization();
    let running = 0;
    let peak = 0;
    const { results } = await forEachZone(client, async () => {
      running += 1;
      peak = Math.max(peak, running);
      await setImmediate();
      running -= 1;
    });
    expect(results.length).toBeGreaterThan(4);
    expect(peak).toBe(4);
  });

  it('keeps a failure to its zone', async () => {
    const { client, simulator } = createOrganization({ zones });
    simulator.faults.add({
      operation: 'list-instances',
      respond: { status: 404, body: { message: 'Not found' } },
    });
    const outcomes = await forEachZone(
      client,
      (zoneClient) => zoneClient.request('list-instances'),
      { concurrency: 1 },
    );
    expect(outcomes.results.map(({ zone }) => zone)).toEqual(['at-vie-1', 'de-fra-1']);
    expect(outcomes.failures).toMatchObject([
      { zone: 'ch-gva-2', error: { code: 'ERR_NOT_FOUND' } },
    ]);
  });

  it('names a zone that there is not among the failures', async () => {
    const { client } = createOrganization({ zones });
    const options = { zones: ['at-vie-1', 'at-vie-9'] };
    const { results, failures } = await forEachZone(client, async () => 'called', options);
    expect(results).toEqual([{ zone: 'at-vie-1', value: 'called' }]);
    expect(failures).toMatchObject([{ zone: 'at-vie-9', error: { code: 'ERR_ZONE_INVALID' } }]);
  });

  it.each([
    ['plain http', 'http://api.example.org/v2'],
    ['a password', 'https://user:word@api.example.org/v2'],
    ['another host', 'https://api.example.org/v2'],
    ['this machine, though the API is not', 'http://127.0.0.1:9200/v2'],
    ['no endpoint', undefined],
  ])('sends nothing to an endpoint that is not safe: %s', async (_, endpoint) => {
    const { client, simulator } = createOrganization();
    const body = { zones: [{ name: 'xx-abc-1', 'api-endpoint': endpoint }] };
    simulator.faults.add({ respond: { status: 200, body } });
    const outcomes = await forEachZone(client, (zoneClient) => zoneClient.request('list-events'));
    expect(outcomes).toMatchObject({
      results: [],
      failures: [{ zone: 'xx-abc-1', error: { code: 'ERR_ENDPOINT_INVALID' } }],
    });
    expect(simulator.requests).toHaveLength(1);
  });

  it('throws when the zones cannot be listed', async () => {
    const { client, simulator } = createOrganization();
    simulator.faults.add({
      operation: 'list-zones',
      respond: { status: 404, body: { message: 'Not found' } },
    });
    await expect(forEachZone(client, async () => 'called')).rejects.toMatchObject({
      code: 'ERR_NOT_FOUND',
    });
  });

  it('stops when it is told to', async () => {
    const { client } = createOrganization({ zones });
    const controller = new AbortController();
    const asked: string[] = [];
    const outcomes = forEachZone(
      client,
      async (_, { name }) => {
        asked.push(name);
        controller.abort(new Error('enough'));
      },
      { concurrency: 1, signal: controller.signal },
    );
    await expect(outcomes).rejects.toThrow('enough');
    expect(asked).toEqual(['ch-gva-2']);
  });

  it('puts every zone into exactly one list, in order, never more at once than allowed', async () => {
    const { client } = createOrganization();
    const all = (await forEachZone(client, async () => 0)).results.map(({ zone }) => zone);
    await fc.assert(
      fc.asyncProperty(
        fc.subarray([...all]),
        fc.array(fc.boolean(), { minLength: all.length, maxLength: all.length }),
        fc.integer({ min: 1, max: 10 }),
        async (wanted, fails, concurrency) => {
          let running = 0;
          let peak = 0;
          const call = async (_: unknown, { name }: { readonly name: string }): Promise<string> => {
            running += 1;
            peak = Math.max(peak, running);
            await Promise.resolve();
            running -= 1;
            if (fails[all.indexOf(name)]) throw new Error(name);
            return name;
          };
          const options = { zones: wanted, concurrency };
          const { results, failures } = await forEachZone(client, call, options);
          const failing = (zone: string): boolean => fails[all.indexOf(zone)] === true;
          expect(failures.map(({ zone }) => zone)).toEqual(wanted.filter(failing));
          expect(results).toEqual(
            wanted.filter((zone) => !failing(zone)).map((zone) => ({ zone, value: zone })),
          );
          expect(peak).toBeLessThanOrEqual(concurrency);
        },
      ),
    );
  });

  it('takes zones that are not objects for zones that fail', async () => {
    const { client, simulator } = createOrganization();
    const respond = { status: 200, body: { zones: [null, 5, { name: 'ch-gva-2' }] } };
    simulator.faults.add({ operation: 'list-zones', respond });
    const { results, failures } = await forEachZone(client, async () => 'called');
    expect(results).toEqual([]);
    const codes = failures.map(({ error }) => (error as { code: string }).code);
    expect(codes).toEqual(['ERR_ENDPOINT_INVALID', 'ERR_ENDPOINT_INVALID']);
  });
});
