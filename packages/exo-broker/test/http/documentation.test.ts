// The pages about the broker name metrics, codes and a configuration. They exist, and error documents link to them.
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { problems } from '../../src/errors.ts';
import { createMetrics } from '../../src/http/metrics.ts';
import { loadConfig } from '../../src/policy/load-config.ts';
import { openStore } from '../../src/store/open-store.ts';

const docs = new URL('../../../../docs/', import.meta.url);
const text = readFileSync(new URL('broker.md', docs), 'utf8');
const operations = readFileSync(new URL('broker-operations.md', docs), 'utf8');
const folder = await mkdtemp(join(tmpdir(), 'exo-broker-documentation-'));
const store = await openStore(
  { kind: 'sqlite', path: join(folder, 'leases.db') },
  { now: Date.now, exclusive: false },
);
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

describe('docs/broker-operations.md', () => {
  it('names metrics and label values that exist', async () => {
    const metrics = createMetrics(store);
    metrics.revocation('failed');
    const shown = await metrics.render();
    const named = [
      ...new Set(operations.match(/exo_broker_[a-z_]+/g)?.filter((name) => name !== 'exo_broker_')),
    ];
    expect(named.length).toBeGreaterThan(5);
    const missing = named.filter(
      (name) => !shown.includes(`# HELP ${name.replace(/_bucket$/, '')} `),
    );
    expect(missing).toEqual([]);
    expect(shown).toContain('exo_broker_leases{state="stuck"}');
    expect(shown).toContain('exo_broker_revocations_total{outcome="failed"}');
    const codes = new Set(Object.values(problems).map(({ code }) => code));
    const outcomes = [...operations.matchAll(/mints_total\{outcome=~"([^"]+)"/g)].flatMap(
      ([, alternatives = '']) => alternatives.split('|'),
    );
    expect(outcomes.length).toBeGreaterThan(0);
    expect(outcomes.filter((outcome) => !codes.has(outcome))).toEqual([]);
  });
});

describe('docs/broker.md', () => {
  it('explains every code, with its status, where the type of a problem document points', () => {
    const explained = [...text.matchAll(/^### ([a-z0-9-]+)\n\nStatus (\d{3})\. /gm)].map(
      ([, code, status]) => `${status} ${code}`,
    );
    const all = Object.values(problems).map(({ status, code }) => `${status} ${code}`);
    expect(explained.toSorted()).toEqual([...new Set(all)].toSorted());
  });

  it('leads to a configuration that loads', () => {
    const [, block = ''] = /^ {3}```yaml\n( {3}version: 1\n[^]*?)^ {3}```$/m.exec(text) ?? [];
    const config = loadConfig(block.replaceAll(/^ {3}/gm, ''), { path: 'broker.yml' });
    expect(config.rules).toHaveLength(1);
    expect(config.metrics).toBeDefined();
  });
});
