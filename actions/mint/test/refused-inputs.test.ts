// Inputs that cannot be meant: each is refused before any request, with a message that says what to do.
import { assertFailure, playScenario, type PhaseOptions } from '@x/action-harness';
import { describe, expect, it } from 'vitest';

import { mayListZones } from './support/policies.ts';

interface Refusal extends Pick<PhaseOptions, 'inputs' | 'env'> {
  readonly what: string;
  /** Part of the message. */
  readonly says: string;
}

const action = new URL('..', import.meta.url);

const refusals: readonly Refusal[] = [
  { what: 'an empty api-key', inputs: { 'api-key': '' }, says: 'api-key is empty' },
  { what: 'an empty api-secret', inputs: { 'api-secret': '' }, says: 'api-secret is empty' },
  {
    what: 'no parent key, as on a fork',
    inputs: { 'api-key': '', 'api-secret': '' },
    says: 'forks',
  },
  // YAML 1.2 knows true and false only.
  { what: 'a boolean that is yes', inputs: { revoke: 'yes' }, says: 'Expected true or false' },
  {
    what: 'a policy beside operations',
    inputs: { operations: 'list-zones', policy: JSON.stringify(mayListZones) },
    says: 'operations',
  },
  {
    what: 'an endpoint that is a host name',
    inputs: { endpoint: 'api-ch-gva-2.exoscale.com' },
    says: 'endpoint',
  },
  // On the way, anyone could change what is created.
  {
    what: 'plain http to another machine',
    inputs: { endpoint: 'http://api.example.com/v2' },
    says: 'plain http to api.example.com',
  },
  { what: 'an export of none and more', inputs: { export: 'exoscale, none' }, says: 'only none' },
  // The endpoint of the object storage is a zone's.
  { what: 'an export of sos without a zone', inputs: { export: 'sos', zone: '' }, says: 'zone' },
  { what: 'an unknown method', inputs: { method: 'session' }, says: 'assume-role' },
  {
    what: 'the method role without a role',
    inputs: { method: 'role' },
    says: 'does not take operations',
  },
  // A dot separates the parts of a lease's name.
  { what: 'a name-prefix with a dot', inputs: { 'name-prefix': 'web.team' }, says: 'name-prefix' },
  // A name that the API does not have would silently allow nothing.
  {
    what: 'an operation that is misspelled',
    inputs: { operations: 'list-zones, list-instnces' },
    says: 'did you mean list-instances',
  },
  // A key without a scope could do everything.
  {
    what: 'a list of operations that is empty',
    inputs: { operations: ' \n# list-zones\n' },
    says: 'scope is empty',
  },
  {
    what: 'unrestricted beside an operation',
    inputs: { operations: 'unrestricted, list-zones' },
    says: 'unrestricted',
  },
  { what: 'an unknown tag', inputs: { operations: '', tags: 'instances' }, says: '"instance"' },
  {
    what: 'a policy that allows by default',
    inputs: { operations: '', policy: '{"default-service-strategy": "allow", "services": {}}' },
    says: 'default-service-strategy',
  },
  {
    what: 'a policy file that is missing',
    inputs: { operations: '', policy: 'exoscale/policy.json' },
    says: 'checked out',
  },
  // Links are in read-policy.test.ts.
  {
    what: 'a policy file outside the workspace',
    inputs: { operations: '', policy: '../..' },
    says: 'outside the workspace',
  },
  {
    what: 'a policy with a comma too many',
    inputs: { operations: '', policy: '{"services": {},}' },
    says: 'is not valid JSON',
  },
  // It would end the text in an expression.
  {
    what: 'a bucket name with a quote',
    inputs: { operations: 'get-object', resources: "sos/bucket:x' || 'a" },
    says: 'sos/bucket:',
  },
  { what: 'a ttl above 24 hours', inputs: { ttl: '25h' }, says: '24 hours' },
  { what: 'a ttl that is not a duration', inputs: { ttl: 'an hour' }, says: '"an hour"' },
  // A zone becomes part of a host name.
  {
    what: 'a zone with a slash',
    inputs: { endpoint: '', zone: 'example.com/' },
    says: '"example.com/"',
  },
  // The value is not quoted, because it can hold a password.
  {
    what: 'a proxy that is not a URL',
    env: { https_proxy: 'http://me:pass word@[proxy' },
    says: 'https_proxy',
  },
];

// In order also when the tests of a file are shuffled: the last one compares what the others collect.
describe('mint', { shuffle: false }, () => {
  const stories: string[] = [];

  it.each(refusals)('refuses $what', ({ what, inputs = {}, env = {}, says }) =>
    playScenario(action, async (job) => {
      const main = await job.main({ inputs, env });
      expect(assertFailure(main, job)).toContain(says);
      expect([main.requests, main.state]).toEqual([[], {}]);
      stories.push(`# ${what}\n\n${job.transcript()}`);
    }),
  );

  it('says what to do', () =>
    expect(stories.join('\n')).toMatchFileSnapshot('snapshots/refused-inputs.txt'));
});
