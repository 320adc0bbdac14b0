// Compares a rule with the claims of a token: exact, case-sensitive and typed.
import type { Identity } from '../identity/identity.ts';
import { kinds } from '../identity/kinds.ts';
import type { Rule } from './config.ts';

/** What matching needs of an identity. */
export type Claimant = Pick<Identity, 'issuer' | 'kind' | 'claims'>;

/** The first entry of the rule or its defaults that the claims differ from, or undefined. */
export function firstDifference(
  rule: Rule,
  { issuer, kind, claims }: Claimant,
): string | undefined {
  if (rule.issuer !== issuer) return 'issuer';
  const differing = Object.entries(rule.match).find(
    ([name, values]) => !isOneOf(claims, name, values),
  );
  if (differing !== undefined) return differing[0];
  return kinds[kind].unnamedDifference(rule.match, claims);
}

// Null, missing, a number and a list never equal text.
function isOneOf(claims: Claimant['claims'], name: string, values: readonly string[]): boolean {
  const claim = Object.hasOwn(claims, name) ? claims[name] : undefined;
  return typeof claim === 'string' && values.includes(claim);
}
