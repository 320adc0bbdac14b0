// Finds the rule that allows a lease for a job.
import { BrokerError } from '../errors.ts';
import type { Config, Rule } from './config.ts';
import { firstDifference, type Claimant } from './match-rule.ts';

/**
 * The named rule if it matches; without a name the first match in file order.
 *
 * @throws {BrokerError} `ERR_NO_RULE`, for an unknown name as well as for a rule that does not match.
 */
export function selectRule(
  config: Pick<Config, 'rules'>,
  identity: Claimant,
  ruleName?: string,
): Rule {
  const candidates = config.rules.filter(({ name }) => ruleName === undefined || name === ruleName);
  const rule = candidates.find((each) => firstDifference(each, identity) === undefined);
  if (rule !== undefined) return rule;
  throw new BrokerError(
    'ERR_NO_RULE',
    'No rule of the broker matches this job. Ask its operator to compare the rule with the claims of the token (exo-broker check --claims).',
    { reason: describe(candidates, identity) },
  );
}

// Anyone with a repository can cause this line of the audit trail, so its length does not depend on the rules.
const maxTold = 10;

function describe(candidates: readonly Rule[], identity: Claimant): string {
  const told = candidates
    .slice(0, maxTold)
    .map((each) => `${each.name}: ${firstDifference(each, identity)}`);
  const rest = candidates.length - told.length;
  return [...told, ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ');
}
