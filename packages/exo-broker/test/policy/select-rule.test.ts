// Which claims match a rule; incidents by their number.
import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import type { Rule } from '../../src/policy/config.ts';
import { loadConfig } from '../../src/policy/load-config.ts';
import { firstDifference, type Claimant } from '../../src/policy/match-rule.ts';
import { selectRule } from '../../src/policy/select-rule.ts';
import { githubClaims, gitlabClaims } from '../claims.ts';

const example = readFileSync(
  new URL('../../../../examples/exo-broker/github.yml', import.meta.url),
  'utf8',
);
const config = loadConfig(example, { path: 'broker.yml' });

function select(changes: Record<string, unknown>, ruleName?: string): string {
  const claims = githubClaims('https://token.actions.githubusercontent.com', changes);
  return selectRule(config, { issuer: 'github', kind: 'github', claims }, ruleName).name;
}

describe('selectRule', () => {
  it.each([
    ['the job of the rule', {}],
    ['11: the new format of sub', { sub: 'repo:acme@1342004/shop@260064828:ref:refs/heads/main' }],
    ['11: a template of sub', { sub: 'anything' }],
  ])('takes %s', (_title, changes) => {
    expect(select(changes)).toBe('shop-deploy');
    expect(select(changes, 'shop-deploy')).toBe('shop-deploy');
  });

  it.each([
    ['3: a longer branch', { ref: 'refs/heads/main-x' }],
    ['3: a tag that ends alike', { ref: 'x/refs/heads/main' }],
    ['4: a prefix', { ref: 'refs/heads/mai' }],
    ['4: a suffix', { repository: 'cme/shop' }],
    ['4: another case', { repository: 'Acme/shop' }],
    ['10: the same names with another repository id', { repository_id: '1' }],
    ['10: the same names with another owner id', { repository_owner_id: '1' }],
    ['15: pull_request_target', { event_name: 'pull_request_target' }],
    ['25: null', { ref: null }],
    ['25: a missing claim', { ref: undefined }],
    ['25: a number', { repository_id: 260_064_828 }],
    ['25: a list', { ref: ['refs/heads/main'] }],
  ])('refuses %s', (_title, changes) => {
    expect(() => select(changes)).toThrow(
      expect.objectContaining({ code: 'ERR_NO_RULE' }) as Error,
    );
  });

  it('refuses an unknown name as it refuses one that does not match', () => {
    expect(() => select({}, 'other')).toThrow(
      expect.objectContaining({ code: 'ERR_NO_RULE' }) as Error,
    );
  });

  it('says why in a line that does not grow with the number of rules', () => {
    const rules = Array.from({ length: 2000 }, (_, index) => ({
      ...(config.rules[0] as Rule),
      name: `rule-${index}`,
    }));
    const claimant = { issuer: 'github', kind: 'github', claims: {} } as const;
    const reason = `rule-0: repository_owner_id, .*, and 1990 more$`;
    expect(() => selectRule({ rules }, claimant)).toThrow(
      expect.objectContaining({ reason: expect.stringMatching(reason) }) as Error,
    );
  });

  it.each(['pull_request_target', 'workflow_run', 'issue_comment', 'pull_request', undefined])(
    '15: %s is refused by a rule without event_name',
    (event_name) => {
      const text = example.replace('event_name: [push, workflow_dispatch]', '');
      const open = loadConfig(text, { path: 'broker.yml' });
      const claims = githubClaims('https://x', { event_name });
      const claimant = { issuer: 'github', kind: 'github', claims } as const;
      expect(() => selectRule(open, claimant)).toThrow(
        expect.objectContaining({ code: 'ERR_NO_RULE' }) as Error,
      );
    },
  );

  // [claims, entries of the rule beside the project's id, whether it matches]
  it.each<[Record<string, unknown>, Record<string, string[]>, boolean]>([
    [{}, { ref: ['main'] }, true],
    [{ ref_type: 'tag' }, { ref: ['main'] }, false],
    [{ ref_type: 'tag' }, { ref: ['main'], ref_type: ['tag'] }, true],
    [{ ref_type: 'tag' }, {}, true],
    [{ pipeline_source: 'merge_request_event' }, { ref: ['main'] }, false],
    [{ pipeline_source: 'parent_pipeline' }, { ref: ['main'] }, false],
    [{ pipeline_source: 'parent_pipeline' }, { pipeline_source: ['parent_pipeline'] }, true],
    [{ pipeline_source: 'merge_request_event', job_project_id: '42' }, { ref: ['main'] }, true],
  ])('12: %j of GitLab and a rule with %j: %j', (changes, entries, matches) => {
    const rule = {
      ...config.rules[0],
      issuer: 'gitlab',
      match: { project_id: ['42'], ...entries },
    };
    const claimant = {
      issuer: 'gitlab',
      kind: 'gitlab',
      claims: gitlabClaims('https://x', changes),
    };
    const isMatch = firstDifference(rule as Rule, claimant as Claimant) === undefined;
    expect(isMatch).toBe(matches);
  });
});
