import { setImmediate } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import { ExoIamError, type ExoIamErrorOptions } from '../../src/errors.ts';
import { createKeyOnce } from '../../src/lease/create-key-once.ts';
import { createOrganization } from '../support/organization.ts';

const pair = { key: 'EXO1', secret: 's' };
const lost = (): ExoIamError => new ExoIamError('ERR_UNREACHABLE', 'lost', { uncertain: true });
const refused = (facts: ExoIamErrorOptions = {}): ExoIamError =>
  new ExoIamError('ERR_FORBIDDEN', 'refused', facts);
const unknown = (): ExoIamError => new ExoIamError('ERR_NOT_FOUND', 'unknown');

/** Answers one after the other; an error is thrown. */
function steps(...answers: readonly unknown[]): {
  readonly log: string[];
  readonly create: () => Promise<typeof pair>;
  readonly removeAll: () => Promise<void>;
  readonly onLost: () => Promise<void>;
} {
  const log: string[] = [];
  const left = [...answers];
  return {
    log,
    create: async () => {
      log.push('create');
      const answer = left.shift();
      if (answer instanceof Error) throw answer;
      return answer as typeof pair;
    },
    removeAll: async () => {
      log.push('remove');
    },
    // Late, so that the order shows whether it is awaited.
    onLost: async () => {
      await setImmediate();
      log.push('lost');
    },
  };
}

describe('createKeyOnce', () => {
  const { client, sleeps } = createOrganization();

  it('asks once when it is answered', async () => {
    const { log, ...creation } = steps(pair);
    expect(await createKeyOnce(client, creation)).toEqual(pair);
    expect(log).toEqual(['create']);
  });

  it('removes what a lost answer may have made before it asks once more', async () => {
    const { log, ...creation } = steps(lost(), pair);
    expect(await createKeyOnce(client, creation)).toEqual(pair);
    expect(log).toEqual(['create', 'lost', 'remove', 'create']);
  });

  it('asks no third time', async () => {
    const { log, ...creation } = steps(lost(), lost(), pair);
    await expect(createKeyOnce(client, creation)).rejects.toThrow('lost');
    expect(log).toEqual(['create', 'lost', 'remove', 'create']);
  });

  it('takes no refusal for certain once an answer was lost', async () => {
    const facts = { status: 403, operation: 'create-api-key', serviceClass: 'iam' };
    const second = refused(facts);
    const { log, ...creation } = steps(lost(), second);
    await expect(createKeyOnce(client, creation)).rejects.toMatchObject({
      code: 'ERR_FORBIDDEN',
      uncertain: true,
      cause: second,
      ...facts,
    });
    expect(log).toEqual(['create', 'lost', 'remove', 'create']);
  });

  it('takes a role that stays unknown for no certainty either', async () => {
    const { log: _, ...creation } = steps(lost(), ...Array.from({ length: 9 }, unknown));
    await expect(createKeyOnce(client, creation)).rejects.toMatchObject({
      code: 'ERR_NOT_FOUND',
      uncertain: true,
    });
  });

  it('rethrows an unknown error unchanged', async () => {
    const { log: _, ...creation } = steps(lost(), new TypeError('broken'));
    await expect(createKeyOnce(client, creation)).rejects.toThrow(TypeError);
  });

  it('says that a key may be left when it could not be removed', async () => {
    const { log, ...creation } = steps(lost(), pair);
    const removeAll = async (): Promise<never> => {
      throw refused();
    };
    await expect(createKeyOnce(client, { ...creation, removeAll })).rejects.toMatchObject({
      code: 'ERR_UNREACHABLE',
      uncertain: true,
    });
    expect(log).toEqual(['create', 'lost']);
  });

  it('removes nothing when it was refused', async () => {
    const { log, ...creation } = steps(refused(), pair);
    await expect(createKeyOnce(client, creation)).rejects.toThrow('refused');
    expect(log).toEqual(['create']);
  });

  it('waits for a role that is not known yet, ever longer and not forever', async () => {
    const { log, ...creation } = steps(...Array.from({ length: 9 }, unknown));
    await expect(createKeyOnce(client, creation)).rejects.toThrow('unknown');
    expect(log).toHaveLength(6);
    expect(sleeps.slice(-5)).toEqual([250, 500, 1000, 2000, 4000]);
  });

  it('stops waiting when it is aborted', async () => {
    const { log, ...creation } = steps(unknown(), pair);
    const signal = AbortSignal.abort(new Error('Cancelled'));
    await expect(createKeyOnce(client, { ...creation, signal })).rejects.toThrow('Cancelled');
    expect(log).toEqual(['create']);
  });
});
