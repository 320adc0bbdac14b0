// A wrong option is refused, a right one of each kind is taken.
import { expect, it } from 'vitest';

import { createSimulator, type SimulatorOptions } from '../src/index.ts';

const key = { apiKey: 'a', apiSecret: 's' };

it.each<object>([
  { pendingPols: 2 },
  { toString: 1 },
  { pendingPolls: -1 },
  { pendingPolls: 1.5 },
  { pendingPolls: '2' },
  { roleVisibleAfterMs: -1 },
  { roleDetachedAfterMs: Number.NaN },
  { roleDetachedAfterMs: '1' },
  { requestsKept: -1 },
  { now: 1 },
  { zones: 'ch-gva-2' },
  { zones: [1] },
  { parentKey: 'EXO' },
  { parentKey: { ...key, apiSecret: '' } },
  { parentKey: { apiKey: 'a' } },
  { parentKey: { ...key, polcy: {} } },
  { parentAccessKey: { ...key, operations: 'list-zones' } },
  { parentAccessKey: { ...key, tags: [1] } },
  { parentAccessKey: { ...key, resources: {} } },
  { parentAccessKey: { ...key, resources: ['sos/bucket:a'] } },
  { allowEmptyPolicy: 'yes' },
  { onNote: true },
])('%j is refused', (options) => {
  const error = expect.objectContaining({ code: 'ERR_INVALID_OPTION', name: 'ExoSimError' });
  expect(() => createSimulator(options as unknown as SimulatorOptions)).toThrow(error);
});

it('says nothing of a secret', () => {
  const parentKey = { apiKey: '', apiSecret: 'classified' };
  expect(() => createSimulator({ parentKey })).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('classified') }),
  );
});

it.each<object>([
  { requestsKept: Infinity, pendingPolls: 0, roleVisibleAfterMs: 0.5, allowEmptyPolicy: true },
  { now: undefined, parentAccessKey: key, parentKey: key },
])('%j is taken', (options) => {
  expect(createSimulator(options as SimulatorOptions).state.apiKeys.size).toBe(1);
});
