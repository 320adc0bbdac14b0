// What the loader takes and refuses, with the place; incidents by their number.
import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { loadConfig } from '../../src/policy/load-config.ts';

const example = readFileSync(
  new URL('../../../../examples/exo-broker/github.yml', import.meta.url),
  'utf8',
);
const gitlab = readFileSync(
  new URL('../../../../examples/exo-broker/gitlab.yml', import.meta.url),
  'utf8',
);
const path = 'broker.yml';

function place(text: string, found: string): { line: number; column: number } {
  const before = text.slice(0, text.indexOf(found)).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

describe('loadConfig', () => {
  it.each([example, gitlab])('takes the examples', (text) => {
    expect(loadConfig(text, { path })).toMatchObject({ version: 1, namePrefix: 'exo-broker' });
  });

  it('takes the address of a database on a host and on a socket', () => {
    for (const url of ['postgres://a@db/leases', 'postgres://a@/leases?host=/run/postgresql']) {
      const text = example.replace(/^store: .+$/m, `store: ${url}\nstore-password-file: secret`);
      const store = { kind: 'postgres', url, passwordFile: 'secret' };
      expect(loadConfig(text, { path }).store).toEqual(store);
    }
  });

  // [title, text to replace, replacement, text at the place of the error]
  it.each([
    ['an unknown entry', 'version: 1', 'version: 1\nfoo: 2', 'foo'],
    ['an entry that objects inherit', 'repository: acme', '__proto__: acme', '__proto__'],
    ['an unknown entry of a rule', 'max-live: 5', 'max-lives: 5', 'max-live'],
    [
      'a duplicate entry',
      'version: 1',
      'version: 1\nlisten: 127.0.0.1:1',
      'listen: 127.0.0.1:8787',
    ],
    ['an anchor', 'acme/shop', '&a acme/shop', 'acme/shop'],
    ['a tag', 'acme/shop', '!x acme/shop', '!x'],
    ['an id without quotes', "'260064828'", '260064828', 'repository_id'],
    ['a boolean claim', 'ref: refs/heads/main', 'ref_protected: true', 'ref_protected'],
    ['an empty list', '[push, workflow_dispatch]', '[]', 'event_name'],
    ['another kind of issuer', 'kind: github', 'kind: circleci', 'kind'],
    ['an issuer without TLS', 'https://token', 'http://token', 'http://token'],
    ['an unknown issuer', 'issuer: github', 'issuer: other', 'issuer: other'],
    ['an unknown organization', 'organization: prod', 'organization: other', 'organization: other'],
    ['an unknown operation', 'reset-instance', 'reset-instanse', 'operations'],
    ['a ceiling with class iam', 'reset-instance', 'create-api-key', 'ceiling'],
    ['an unrestricted ceiling', '[list-instances, reset-instance]', '[unrestricted]', 'ceiling'],
    ['a lifetime that is not one', 'max-ttl: 1h', 'max-ttl: soon', 'max-ttl'],
    [
      '1: a rule without an immutable id',
      "repository_id: '260064828'",
      "ref_type: 'branch'",
      'match',
    ],
    ['2: a wildcard', 'acme/shop', 'acme/*', 'repository: '],
    ['13: a claim that users control', 'repository: acme/shop', 'actor: mona', 'actor'],
    ['10: sub', 'repository: acme/shop', 'sub: acme/shop', 'sub'],
    [
      '14: job_workflow_ref alone',
      'ref: refs/heads/main',
      'job_workflow_ref: a/b/c@d',
      'job_workflow_ref',
    ],
    [
      'a previous key without its secret',
      'zone: ch',
      'previous: { api-key: EXO1 }, zone: ch',
      'prod',
    ],
    [
      'a password in the address of the store',
      /^store: .+$/m,
      'store: postgres://a:b@db/leases',
      'store: ',
    ],
    [
      'a password as a parameter of that address',
      /^store: .+$/m,
      'store: postgres://db/leases?password=b',
      'store: ',
    ],
    [
      'a password file for SQLite',
      'version: 1',
      'version: 1\nstore-password-file: a',
      'store-pass',
    ],
    ['an environment alone', 'ref: refs/heads/main', 'environment: production', 'environment'],
  ])('refuses %s', (...[, from, to, at]) => {
    const text = example.replace(from, to);
    expect(text).not.toBe(example);
    expect(() => loadConfig(text, { path })).toThrow(
      expect.objectContaining({ code: 'ERR_CONFIG_INVALID', line: place(text, at).line }) as Error,
    );
  });

  it.each(['', 'null', '[]', 'a: [', '\t', '- a\n b: c', '--- a\n--- b', '[['.repeat(20_000)])(
    'refuses what is not a configuration',
    (text) => {
      expect(() => loadConfig(text, { path })).toThrow(
        expect.objectContaining({
          code: 'ERR_CONFIG_INVALID',
          line: expect.any(Number) as number,
        }) as Error,
      );
    },
  );

  it('names a missing entry, and never speaks in types of its library', () => {
    for (const entry of ['listen', 'organizations', 'issuers', 'rules']) {
      const missing = example.replace(new RegExp(`^${entry}:.*\\n(?: .*\\n)*`, 'm'), '');
      expect(() => loadConfig(missing, { path })).toThrow(`The entry ${entry} is missing.`);
    }
    for (const value of ['', '[]', 'text']) {
      expect(() => loadConfig(value, { path })).toThrow('Expected entries of the form');
    }
  });

  it('takes class iam where the rule says that it is dangerous', () => {
    const text = example
      .replace('reset-instance', 'create-api-key')
      .replace('max-live: 5', 'max-live: 5\n    dangerous: true');
    expect(loadConfig(text, { path }).rules).toHaveLength(1);
  });
});
