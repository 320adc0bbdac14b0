// A policy given as an option: checked, and copied so that a later change to it changes nothing.
import { ExoSimError } from '../exo-sim-error.ts';
import { isIamPolicy, type IamPolicy } from './iam-policy.ts';

/** @throws {ExoSimError} `ERR_INVALID_POLICY` */
export function readPolicy(value: unknown, name: string): IamPolicy {
  if (isIamPolicy(value)) return structuredClone(value);
  throw new ExoSimError(
    'ERR_INVALID_POLICY',
    `${name} is not an IAM policy; expected {"default-service-strategy": "allow" | "deny", "services": {…}}`,
  );
}
