// What mutation testing covers, and which tests have to notice a change there.

/** One run of StrykerJS. */
export interface MutantSubject {
  /** The package, as a folder from the root of the repository. */
  readonly folder: string;
  /** The part of `src` that is changed and of `test` that is run. Default all of both. */
  readonly part?: string;
  /** Test files that take more than a second. They run after the others, in this order. */
  readonly slow?: readonly string[];
}

/** By the name that `npm run mutants NAME` takes. */
export const mutantSubjects: Readonly<Record<string, MutantSubject>> = {
  'exo-signer': { folder: 'packages/exo-signer' },
  'exo-iam/scope': {
    folder: 'packages/exo-iam',
    part: 'scope',
    slow: ['compile-scope.test.ts', 'wrap-expression.test.ts', 'policy.properties.test.ts'],
  },
  'exo-iam/lease': {
    folder: 'packages/exo-iam',
    part: 'lease',
    slow: ['lease-name.test.ts', 'sweep-many.test.ts', 'recovery.test.ts'],
  },
};
