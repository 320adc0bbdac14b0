// The classes that policies are made of.
import { operations } from './operations.ts';

/** A service class of IAM policies. */
export interface ServiceClass {
  readonly name: string;
  /** False where the name is derived from a tag and no published source confirms it. */
  readonly confirmed: boolean;
}

/** Every class that an operation of the catalogue belongs to, sorted by name. */
export const serviceClasses: readonly ServiceClass[] = /* @__PURE__ */ [
  ...new Set(operations.map(({ serviceClass }) => serviceClass)),
]
  .sort()
  .map((name) => ({
    name,
    confirmed: operations.some(
      (operation) => operation.serviceClass === name && operation.serviceClassConfirmed,
    ),
  }));
