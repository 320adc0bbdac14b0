// An API that lacks a variable: a rule that reads it is never true.
import { describe, expect, it } from 'vitest';

import { createSimulator } from '../../src/index.ts';
import { denyAllBut } from '../support/client.ts';

function allows(expression: string, withoutBindings: readonly string[]): boolean {
  const rules = [{ action: 'allow', expression }] as const;
  const policy = denyAllBut({ sos: { type: 'rules', rules } });
  const parentKey = { apiKey: 'k', apiSecret: 's', policy };
  const simulator = createSimulator({ parentKey, withoutBindings });
  return simulator.decide({ apiKey: 'k', operation: 'get-object', serviceClass: 'sos' }).allowed;
}

const deadline = "timestamp(now) < timestamp('2999-01-01T00:00:00Z')";
const age = "timestamp(identity.created) > timestamp('2000-01-01T00:00:00Z')";

describe('withoutBindings', () => {
  it.each([
    [deadline, [], true],
    [deadline, ['now'], false],
    [deadline, ['sos:now'], false],
    [deadline, ['dns:now'], true],
    [deadline, ['identity.created'], true],
    [age, ['now', 'identity.created'], false],
    [age, ['identity'], false],
    [age, ['identity.org.uuid'], true],
    ["identity.org.uuid != ''", ['identity.org.uuid'], false],
    ["operation == 'get-object'", ['parameters.bucket', 'service'], true],
    ["service == 'sos'", ['service'], false],
    ["operation == 'get-object'", ['operation'], false],
    ['resources == {}', ['resources'], false],
    ['resources == {}', ['resources.bucket.name', 'headers.if-match'], true],
  ])('%s without %j: %s', (expression, names, expected) => {
    expect(allows(expression, names)).toBe(expected);
  });

  it.each([
    ['now', 'time'],
    ['identity.create'],
    ['now.x'],
    ['junk now'],
    [1],
    ['SOS:now'],
    ['a:b:now'],
  ])('refuses %j', (...names) => {
    expect(() => createSimulator({ withoutBindings: names as string[] })).toThrow(
      expect.objectContaining({ code: 'ERR_INVALID_OPTION' }),
    );
  });

  it('refuses what is not a list', () => {
    expect(() => createSimulator({ withoutBindings: 'now' as unknown as string[] })).toThrow(
      expect.objectContaining({ code: 'ERR_INVALID_OPTION' }),
    );
  });
});
