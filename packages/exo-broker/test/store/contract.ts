// What every store must do. The same cases run on SQLite and on PostgreSQL.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { JobRef } from '../../src/store/lease-row.ts';
import type { HandOut, LeaseClaim, Store } from '../../src/store/store.ts';

export interface OpenedStore {
  /** Opens the same data once more, as another process would. */
  readonly open: () => Promise<Store>;
  /** Sets the version of the schema in the data. */
  readonly setVersion: (version: number) => Promise<void>;
  /** Moves the clock of the store, by moving every time in the data back. */
  readonly pass: (ms: number) => Promise<void>;
  readonly remove: () => Promise<void>;
}

const job: JobRef = { issuer: 'github', repositoryId: '1', run: '77', attempt: '1', job: '9' };
let count = 0;

function claim(changes: Partial<LeaseClaim> = {}): LeaseClaim {
  count += 1;
  return {
    id: `id-${count}`,
    job,
    jti: `jti-${count}`,
    tokenExpiresAt: Math.floor(Date.now() / 1000) + 300,
    organization: 'prod',
    rule: 'deploy',
    maxLive: 1000,
    claimsHash: 'claims',
    bodyHash: 'body',
    ttlSeconds: 300,
    mintLimitMs: 60_000,
    paused: false,
    ...changes,
  };
}

const handOut: HandOut = {
  sealed: 'sealed text',
  sealedForMs: 60_000,
  tokenHash: 'hash',
  enforcedBy: 'server',
  expiresAt: 2_000_000_000,
  dueInMs: 360_000,
};
const traces = { method: 'scoped-role', name: 'exo-broker.1', uncertain: false } as const;
const due = { organization: 'prod', limit: 8, claimMs: 60_000 } as const;

export function storeContract(prepare: () => Promise<OpenedStore>): void {
  let data: OpenedStore;
  let store: Store;
  let other: Store;

  beforeEach(async () => {
    data = await prepare();
    store = await data.open();
    other = await data.open();
  });

  afterEach(async () => {
    await store.close();
    await other.close();
    await data.remove();
  });

  async function leased(changes: Partial<LeaseClaim> = {}): Promise<string> {
    const wanted = claim(changes);
    await store.take(wanted);
    await store.record(wanted.id, { ...traces, apiKey: 'EXO1', roleId: 'role' });
    await store.handOut(wanted.id, handOut);
    return wanted.id;
  }

  async function states(): Promise<Record<string, string>> {
    const rows = await store.list({ over: true });
    return Object.fromEntries(rows.map(({ id, state }) => [id, state]));
  }

  describe('taking a lease', () => {
    it('takes it once, and shows the row to a repetition, by a fresh token too', async () => {
      const wanted = claim();
      await expect(store.take(wanted)).resolves.toEqual({ outcome: 'taken' });
      const again = await other.take({ ...wanted, jti: 'fresh' });
      expect(again).toMatchObject({
        outcome: 'existing',
        row: { id: wanted.id, state: 'minting', job: '9' },
      });
    });

    it('refuses a token that took another lease, and takes nothing then', async () => {
      const first = claim();
      await store.take(first);
      const second = claim({ jti: first.jti });
      await expect(other.take(second)).resolves.toEqual({ outcome: 'replayed' });
      await expect(store.find(second.id)).resolves.toBeUndefined();
    });

    it('lets one of many claims of one token win, over two connections', async () => {
      const claims = Array.from({ length: 20 }, () => claim({ jti: 'one' }));
      const taken = await Promise.all(
        claims.map((each, index) => (index % 2 ? store : other).take(each)),
      );
      expect(taken.filter(({ outcome }) => outcome === 'taken')).toHaveLength(1);
      expect(taken.filter(({ outcome }) => outcome === 'replayed')).toHaveLength(19);
    });

    it('lets one of many claims of one id win', async () => {
      const wanted = claim();
      const taken = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          (index % 2 ? store : other).take({ ...wanted, jti: `jti-of-${index}` }),
        ),
      );
      expect(taken.filter(({ outcome }) => outcome === 'taken')).toHaveLength(1);
      expect(taken.filter(({ outcome }) => outcome === 'existing')).toHaveLength(19);
    });

    it.each([
      ['issuer', { issuer: 'gitlab' }],
      ['repository', { repositoryId: '2' }],
      ['run', { run: '78' }],
      ['attempt', { attempt: '2' }],
      ['job', { job: '10' }],
      ['lack of a job', { job: undefined }],
    ])('keeps an id from a job with another %s', async (_, change) => {
      const wanted = claim();
      await store.take(wanted);
      const foreign = { ...wanted, jti: 'x', job: { ...job, ...change } };
      await expect(store.take(foreign)).resolves.toEqual({ outcome: 'other-job' });
    });

    it('tells another body from a repetition, and takes no token for it', async () => {
      const wanted = claim();
      await store.take(wanted);
      await expect(store.take({ ...wanted, jti: 'x', bodyHash: 'y' })).resolves.toEqual({
        outcome: 'other-body',
      });
      await expect(store.take(claim({ jti: 'x' }))).resolves.toEqual({ outcome: 'taken' });
    });

    it('holds max-live over two connections, counted until nothing is left', async () => {
      const runs = Array.from({ length: 20 }, (_, index) =>
        claim({ maxLive: 5, job: { ...job, run: `run-${index}` } }),
      );
      const taken = await Promise.all(
        runs.map((each, index) => (index % 2 ? store : other).take(each)),
      );
      expect(taken.filter(({ outcome }) => outcome === 'taken')).toHaveLength(5);
      const more = claim({ maxLive: 5, job: { ...job, run: 'more' } });
      await expect(store.take(more)).resolves.toMatchObject({ outcome: 'max-live', live: 5 });
      const [first] = Object.keys(await states());
      await store.end(first ?? '');
      await expect(store.take(more)).resolves.toMatchObject({ outcome: 'max-live' });
      await store.attempted(first ?? '', { outcome: 'revoked', confirmAfterMs: 0 });
      await store.attempted(first ?? '', { outcome: 'revoked', confirmAfterMs: 0 });
      await expect(store.take(more)).resolves.toEqual({ outcome: 'taken' });
    });

    it('gives one run half of max-live, rounded up', async () => {
      const outcomes = [];
      for (let index = 0; index < 4; index += 1) {
        outcomes.push((await store.take(claim({ maxLive: 5 }))).outcome);
      }
      expect(outcomes).toEqual(['taken', 'taken', 'taken', 'max-live']);
      const alone = claim({ rule: 'alone', maxLive: 1 });
      await expect(store.take(alone)).resolves.toEqual({ outcome: 'taken' });
    });

    it('refuses what is new while it is paused, and answers what exists', async () => {
      const wanted = claim();
      await store.take(wanted);
      await expect(store.take({ ...wanted, paused: true })).resolves.toMatchObject({
        outcome: 'existing',
      });
      await expect(store.take(claim({ paused: true }))).resolves.toEqual({ outcome: 'paused' });
    });

    it('remembers an end that came first', async () => {
      const wanted = claim();
      await expect(store.endFirst(wanted.id, job)).resolves.toBe(true);
      await expect(other.take(wanted)).resolves.toEqual({ outcome: 'ended-first' });
      await store.take(claim({ id: 'later' }));
      await expect(store.endFirst('later', job)).resolves.toBe(false);
    });

    it('lets the id of a mint that left nothing be used again, by the same token', async () => {
      const wanted = claim();
      await store.take(wanted);
      await store.discard(wanted.id);
      await expect(store.take(wanted)).resolves.toEqual({ outcome: 'taken' });
      const id = await leased();
      await store.discard(id);
      await expect(store.find(id)).resolves.toMatchObject({ state: 'leased' });
    });
  });

  describe('a mint', () => {
    it('is written down, handed out, and kept for a repetition', async () => {
      const id = await leased();
      await expect(other.find(id)).resolves.toMatchObject({
        ...traces,
        state: 'leased',
        apiKey: 'EXO1',
        roleId: 'role',
        sealed: 'sealed text',
        tokenHash: 'hash',
        enforcedBy: 'server',
        expiresAt: 2_000_000_000,
      });
      await expect(store.renewToken(id, 'next')).resolves.toBe(true);
      await expect(store.find(id)).resolves.toMatchObject({ tokenHash: 'next' });
    });

    it('keeps the sealed text for its time only', async () => {
      const id = await leased();
      await data.pass(60_001);
      await expect(store.renewToken(id, 'next')).resolves.toBe(false);
      await store.purge({ keepRevokedMs: 1 });
      await expect(store.find(id)).resolves.toMatchObject({ state: 'leased', sealed: undefined });
    });

    it('stops when the lease was ended, and what it made is looked for twice', async () => {
      const wanted = claim();
      await store.take(wanted);
      await expect(store.record(wanted.id, traces)).resolves.toBe(true);
      await expect(other.end(wanted.id)).resolves.toBe('revoking');
      await expect(store.record(wanted.id, { ...traces, apiKey: 'EXO1' })).resolves.toBe(false);
      await expect(store.handOut(wanted.id, handOut)).resolves.toBe(false);
      await expect(store.claimDue(due)).resolves.toMatchObject([
        { apiKey: 'EXO1', confirm: 'needed' },
      ]);
      await store.attempted(wanted.id, { outcome: 'revoked', confirmAfterMs: -1 });
      await expect(store.claimDue(due)).resolves.toMatchObject([{ confirm: 'now' }]);
      await store.attempted(wanted.id, { outcome: 'revoked', confirmAfterMs: -1 });
      await expect(states()).resolves.toEqual({ [wanted.id]: 'revoked' });
    });

    it('that failed is abandoned, unless its lease was handed out after all', async () => {
      const wanted = claim();
      await store.take(wanted);
      await store.record(wanted.id, traces);
      await store.abandon(wanted.id);
      await expect(other.claimDue(due)).resolves.toMatchObject([{ confirm: 'needed' }]);
      const id = await leased();
      await other.abandon(id);
      await expect(store.find(id)).resolves.toMatchObject({ state: 'leased' });
    });

    it('that goes on after its row is over opens the row again', async () => {
      const wanted = claim();
      await store.take(wanted);
      await store.end(wanted.id);
      for (const _ of [1, 2]) {
        await store.attempted(wanted.id, { outcome: 'revoked', confirmAfterMs: 0 });
      }
      await expect(store.record(wanted.id, { ...traces, apiKey: 'EXO9' })).resolves.toBe(false);
      await expect(store.claimDue(due)).resolves.toMatchObject([{ apiKey: 'EXO9' }]);
    });

    it('that died is due after its limit, or at once for the only user of a store, as a revocation', async () => {
      const wanted = claim();
      await store.take(wanted);
      await expect(other.claimDue(due)).resolves.toEqual([]);
      await data.pass(60_001);
      await expect(other.claimDue(due)).resolves.toMatchObject([{ id: wanted.id }]);
      const second = claim();
      await store.take(second);
      await expect(store.recover()).resolves.toBe(2);
      const claimed = (await store.claimDue(due)).map(({ id }) => id);
      expect(new Set(claimed)).toEqual(new Set([wanted.id, second.id]));
    });
  });

  describe('a revocation', () => {
    it('is due after its deadline, and given to one worker at a time', async () => {
      const ids = [];
      for (let index = 0; index < 12; index += 1) ids.push(await leased());
      await expect(store.claimDue(due)).resolves.toEqual([]);
      await data.pass(360_001);
      const claimed = await Promise.all([store.claimDue(due), other.claimDue(due)]);
      const given = claimed.flat().map(({ id }) => id);
      expect(given.toSorted()).toEqual(ids.toSorted());
      expect(Math.max(...claimed.map((rows) => rows.length))).toBeLessThanOrEqual(8);
      await expect(store.claimDue(due)).resolves.toEqual([]);
      await data.pass(60_001);
      await expect(store.claimDue({ ...due, limit: 100 })).resolves.toHaveLength(12);
    });

    it('that failed is tried again, when it is stuck too', async () => {
      const id = await leased();
      await store.end(id);
      for (const stuck of [false, true, true]) {
        await expect(store.claimDue(due)).resolves.toMatchObject([{ id }]);
        const failed = { outcome: 'failed', error: 'away', retryInMs: 0, stuck } as const;
        await store.attempted(id, failed);
        await expect(states()).resolves.toEqual({ [id]: stuck ? 'stuck' : 'revoking' });
      }
      await expect(store.counts()).resolves.toMatchObject({ states: { stuck: 1 } });
      await store.claimDue(due);
      await store.attempted(id, { outcome: 'revoked', confirmAfterMs: 0 });
      await expect(states()).resolves.toEqual({ [id]: 'revoked' });
      await expect(store.end(id)).resolves.toBe('revoked');
      await expect(store.end('unknown')).resolves.toBeUndefined();
    });

    it('belongs to its organization', async () => {
      const id = await leased({ organization: 'lab' });
      await store.end(id);
      await expect(store.claimDue(due)).resolves.toEqual([]);
      await expect(store.liveOrganizations()).resolves.toEqual(['lab']);
    });
  });

  it('forgets what is over after its time, and tokens that expired', async () => {
    const wanted = claim({ tokenExpiresAt: 1 });
    await store.take(wanted);
    await store.purge({ keepRevokedMs: 1000 });
    await expect(store.take(claim({ jti: wanted.jti }))).resolves.toEqual({ outcome: 'taken' });
    await store.endFirst('old', job);
    await data.pass(1001);
    await store.purge({ keepRevokedMs: 1000 });
    await expect(store.find('old')).resolves.toBeUndefined();
    await expect(store.find(wanted.id)).resolves.toBeDefined();
  });

  it('keeps everything over a restart, and refuses a newer schema', async () => {
    const id = await leased();
    await store.close();
    store = await data.open();
    await expect(store.find(id)).resolves.toMatchObject({ state: 'leased' });
    await expect(store.ping()).resolves.toBeUndefined();
    await data.setVersion(99);
    await expect(data.open()).rejects.toMatchObject({ code: 'ERR_STORE' });
  });
}
