// What mutation testing covers, and which tests have to notice a change there.

/** One run of StrykerJS. */
export interface MutantSubject {
  /** The folder whose `test` is run, from the root of the repository. */
  readonly folder: string;
  /** The files that are changed, as globs from the root of the repository. */
  readonly mutate: readonly string[];
}

/** By the name that `npm run mutants NAME` takes. */
export const mutantSubjects: Readonly<Record<string, MutantSubject>> = {
  'exo-signer': {
    folder: 'packages/exo-signer',
    mutate: ['packages/exo-signer/src/**/*.ts'],
  },
  'exo-iam': {
    folder: 'packages/exo-iam',
    mutate: ['packages/exo-iam/src/scope/**/*.ts', 'packages/exo-iam/src/lease/**/*.ts'],
  },
};
