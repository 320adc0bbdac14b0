// The service classes that a policy can name.
import { serviceClasses } from '@x/exo-operations';

import type { IamPolicy } from '../resources/iam-policy.ts';

/** `compute-legacy` appears in published policies, but the catalogue has no operation of it. */
export const policyClasses: readonly string[] = [
  ...serviceClasses.map(({ name }) => name),
  'compute-legacy',
];

/** Notes on the classes that the catalogue does not know. */
export function noteUnknownClasses({ services }: IamPolicy): string[] {
  const unknown = Object.keys(services).filter((name) => !policyClasses.includes(name));
  if (unknown.length === 0) return [];
  return [
    `The catalogue does not know the class ${unknown.join(', ')} of the policy. If the API does not either, what stands there has no effect.`,
  ];
}
