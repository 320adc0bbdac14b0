// Checks rules before the broker starts: none may let a stranger in by accident.
import { compileScope, ExoIamError, parseTtl, type Scope } from '@x/exo-iam';

import type { IssuerKind } from '../identity/identity.ts';
import { kinds } from '../identity/kinds.ts';
import type { RuleEntry } from './config-schema.ts';
import type { Ceiling, Rule } from './config.ts';
import type { Path } from './located-document.ts';

/** Throws an error at a place of the rule. */
export type Refuse = (path: Path, problem: string) => Error;

/** The rule as a typed tree. Calls `refuse` for anything that it does not accept. */
export function checkRule(
  entry: RuleEntry,
  kind: IssuerKind,
  { refuse }: { refuse: Refuse },
): Rule {
  return {
    name: entry.name,
    issuer: entry.issuer,
    organization: entry.organization,
    match: checkMatch(entry, { kind, refuse }),
    ceiling: checkCeilingEntry(entry, refuse),
    maxTtlSeconds: checkTtl(entry, refuse),
    maxLive: entry['max-live'],
    deadline: entry.deadline,
  };
}

function checkMatch(
  entry: RuleEntry,
  { kind, refuse }: { kind: IssuerKind; refuse: Refuse },
): Rule['match'] {
  const { matchable, requiredMatch } = kinds[kind];
  const match: Record<string, readonly string[]> = {};
  for (const [name, given] of Object.entries(entry.match)) {
    if (!matchable.includes(name)) {
      throw refuse(
        ['match', name],
        `A rule of kind ${kind} cannot match ${name}. Expected one of ${matchable.join(', ')}.`,
      );
    }
    const values = typeof given === 'string' ? [given] : given;
    for (const value of values) {
      if (value.includes('*')) {
        const problem = `Values are compared exactly, so * matches only a literal *. Write out each value.`;
        throw refuse(['match', name], problem);
      }
      if (name.endsWith('_id') && !/^[1-9]\d*$/.test(value)) {
        throw refuse(['match', name], `${name} is not an id. Expected digits in quotes.`);
      }
    }
    match[name] = values;
  }
  if (match[requiredMatch] === undefined) {
    const problem = `The rule has no ${requiredMatch}. Others can take over a name but not an id, so add the id.`;
    throw refuse(['match'], problem);
  }
  checkBranchGate(entry, refuse);
  return match;
}

function checkBranchGate({ match, ...entry }: RuleEntry, refuse: Refuse): void {
  const has = (name: string): boolean => Object.hasOwn(match, name);
  if (has('job_workflow_ref') && !has('ref') && !has('environment')) {
    const problem =
      'job_workflow_ref does not say which branch calls the workflow. Add ref or environment.';
    throw refuse(['match', 'job_workflow_ref'], problem);
  }
  if (has('environment') && !has('ref') && !entry['environment-is-protected']) {
    const problem =
      'Anyone who can push can name an environment. Add ref, or protect the environment and write environment-is-protected: true.';
    throw refuse(['match', 'environment'], problem);
  }
}

function checkCeilingEntry({ ceiling, dangerous }: RuleEntry, refuse: Refuse): Ceiling {
  const { role, operations, tags, resources, 'get-operation': getOperation } = ceiling;
  if (role !== undefined) {
    if (Object.keys(ceiling).length === 1) return { kind: 'role', role };
    throw refuse(
      ['ceiling', 'role'],
      'A role cannot be combined with other entries of the ceiling. Remove them.',
    );
  }
  const scope: Scope = { operations, tags, resources, getOperation };
  const compiled = compile(scope, refuse);
  if (Object.hasOwn(compiled.policy.services, 'iam') && !dangerous) {
    const problem =
      'The ceiling reaches class iam, whose operations can make other keys. Remove it, or write dangerous: true.';
    throw refuse(['ceiling'], problem);
  }
  return { kind: 'scope', scope, compiled };
}

function compile(scope: Scope, refuse: Refuse): ReturnType<typeof compileScope> {
  try {
    return compileScope(scope);
  } catch (error) {
    if (error instanceof ExoIamError) throw refuse(['ceiling', error.field ?? ''], error.message);
    throw error;
  }
}

function checkTtl(entry: RuleEntry, refuse: Refuse): number {
  try {
    return parseTtl(entry['max-ttl']);
  } catch (error) {
    if (error instanceof ExoIamError) throw refuse(['max-ttl'], error.message);
    throw error;
  }
}
