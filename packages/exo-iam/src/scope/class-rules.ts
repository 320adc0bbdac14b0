// The rules of one service class. Every name that ends up in an expression was checked before: letters,
// digits, hyphens, and for buckets dots and underscores, none of which means anything to CEL.
import type { IamRule, IamServicePolicy } from '../resources/iam-policy.ts';
import type { Grant } from './grants.ts';
import { bucketMaking } from './known-operation.ts';

/** The policy of a class that grants this, of the object storage for these buckets alone. */
export function classPolicy(grant: Grant, buckets: readonly string[]): IamServicePolicy {
  if (buckets.length > 0) return { type: 'rules', rules: bucketRules(grant, buckets) };
  if (grant.whole) return { type: 'allow' };
  return { type: 'rules', rules: [{ action: 'allow', expression: isOneOf(grant) }] };
}

/**
 * The documented order for one bucket: what is about no bucket, then a denial of every other bucket and
 * of making and removing this one, then the rest. The last rule asks for the bucket once more, so that
 * a request without a bucket is denied too: the API cannot evaluate the denial for it and skips that.
 */
function bucketRules(grant: Grant, buckets: readonly string[]): IamRule[] {
  const operations = [...grant.operations.values()];
  const bucketless = operations.filter((operation) => operation.bucketless).map(({ name }) => name);
  const ofBucket = `parameters.bucket in ${list(buckets)}`;
  const named = operations.filter((operation) => !operation.bucketless).map(({ name }) => name);
  return [
    ...(bucketless.length > 0
      ? [{ action: 'allow' as const, expression: `operation in ${list(bucketless)}` }]
      : []),
    { action: 'deny', expression: `!(${ofBucket})` },
    ...bucketMakingRules(grant),
    {
      action: 'allow',
      expression: grant.whole ? ofBucket : `operation in ${list(named)} && ${ofBucket}`,
    },
  ];
}

// The class as a whole has operations that are not granted one by one, and these two are not among them
// unless they are.
function bucketMakingRules({ whole, operations }: Grant): IamRule[] {
  const denied = bucketMaking.filter((name) => whole && !operations.has(name));
  return denied.length > 0 ? [{ action: 'deny', expression: `operation in ${list(denied)}` }] : [];
}

/** Rules in front of a template's, which deny what a narrower grant does not have. */
export function narrowingRules(grant: Grant, buckets: readonly string[]): IamRule[] {
  const rules: IamRule[] = grant.whole
    ? []
    : [{ action: 'deny', expression: `!(${isOneOf(grant)})` }];
  if (buckets.length > 0) {
    const bucketless = [...grant.operations.values()].filter((operation) => operation.bucketless);
    const spared = bucketless.map(({ name }) => name);
    const elsewhere = `!(parameters.bucket in ${list(buckets)})`;
    const others = spared.length > 0 ? `!(operation in ${list(spared)}) && ` : '';
    // Two rules: without a bucket the second cannot be evaluated and is skipped.
    rules.push(
      { action: 'deny', expression: `${others}!parameters.has('bucket')` },
      { action: 'deny', expression: `${others}${elsewhere}` },
      ...bucketMakingRules(grant),
    );
  }
  return rules;
}

function isOneOf({ operations }: Grant): string {
  return `operation in ${list([...operations.keys()])}`;
}

function list(names: readonly string[]): string {
  return `[${names.map((name) => `'${name}'`).join(', ')}]`;
}
