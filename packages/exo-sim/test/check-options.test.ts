// A wrong option is refused, a right one of each kind is taken.
import { expect, it } from 'vitest';

import {
  createSimulator,
  type DecideInput,
  listen,
  type Simulator,
  type SimulatorOptions,
} from '../src/index.ts';

const key = { apiKey: 'a', apiSecret: 's' };
const question = { apiKey: 'a', operation: 'get-object', serviceClass: 'sos' };

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

it.each([null, 5, 'zones', []])('%j as options is refused', (options) => {
  const error = expect.objectContaining({ code: 'ERR_INVALID_OPTION' });
  expect(() => createSimulator(options as never)).toThrow(error);
});

// A forgotten class or a misspelt member would be answered by accident, mostly with "allowed".
it.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['no operation', { ...question, operation: undefined }],
  ['no class', { apiKey: 'a', operation: 'get-object' }],
  ['an empty key', { ...question, apiKey: '' }],
  ['a number as operation', { ...question, operation: 5 }],
  ['a text as parameters', { ...question, parameters: 'bucket' }],
  ['a date as time', { ...question, at: new Date() }],
  ['an unknown member', { ...question, resource: { bucket: 'b' } }],
])('decide refuses %s', (_, input) => {
  const simulator = createSimulator({ parentKey: key });
  const error = expect.objectContaining({ code: 'ERR_INVALID_OPTION' });
  expect(() => simulator.decide(input as DecideInput)).toThrow(error);
  expect(simulator.decide(question).allowed).toBe(true);
});

it.each<[string, unknown, unknown]>([
  ['no simulator', undefined, {}],
  ['an object that is not a simulator', {}, {}],
  ['null as options', createSimulator(), null],
  ['an unknown option', createSimulator(), { prt: 1 }],
  ['a port as text', createSimulator(), { port: '80' }],
  ['a port out of range', createSimulator(), { port: 65_536 }],
  ['a fraction as port', createSimulator(), { port: 1.5 }],
  ['a number as host', createSimulator(), { host: 5 }],
])('listen refuses %s', async (_, simulator, options) => {
  await expect(listen(simulator as Simulator, options as object)).rejects.toMatchObject({
    code: 'ERR_INVALID_OPTION',
  });
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
