// The packages of the workspace by their package.json.
import { dirname } from 'node:path';

import { glob, read } from './repository.ts';

/** What the checks read of a package.json. */
export interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly exports?: Readonly<Record<string, string | { readonly types: string }>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** A package of the workspace. */
export interface WorkspacePackage {
  /** Folder from the root: `packages/exo-signer`. */
  readonly folder: string;
  readonly manifest: Manifest;
}

/** Every package of the workspace but the root. */
export const workspacePackages: readonly WorkspacePackage[] = glob(
  '{packages,actions,tools}/*/package.json',
).map((path) => ({ folder: dirname(path), manifest: JSON.parse(read(path)) as Manifest }));

/** The packages that go to the registry. */
export const publishedPackages: readonly WorkspacePackage[] = workspacePackages.filter(
  ({ manifest }) => !manifest.private,
);
