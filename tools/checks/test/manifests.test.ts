// The same arrows in the manifests: pnpm links nothing that is not declared, so an import that hides
// from the linter (`import()`, `require`) finds no package either.
import { describe, expect, it } from 'vitest';

import { workspacePackages } from '../src/manifests.ts';

// [at run time, in tests besides]
const arrows: Readonly<Record<string, readonly [readonly string[], readonly string[]]>> = {
  '@x/exo-signer': [[], ['@x/vectors']],
  '@x/exo-operations': [[], []],
  '@x/exo-iam': [['@x/exo-operations', '@x/exo-signer'], ['@x/exo-sim']],
  '@x/exo-sim': [['@x/exo-operations'], ['@x/vectors']],
  // Bundled, so that it declares no dependency at run time.
  '@x/exo-lease': [
    [],
    [
      '@x/broker-client',
      '@x/exo-iam',
      '@x/exo-operations',
      '@x/exo-sim',
      '@x/github-jobs',
      '@x/seal',
    ],
  ],
  '@x/exo-broker': [['@x/exo-iam', '@x/seal'], ['@x/exo-sim']],
  '@x/action-kit': [['@x/exo-iam'], ['@x/exo-sim']],
  '@x/github-jobs': [['@x/exo-iam'], []],
  '@x/broker-client': [['@x/seal'], []],
  '@x/seal': [[], []],
  '@x/vectors': [[], []],
  '@x/action-mint': [
    ['@x/action-kit', '@x/broker-client', '@x/exo-iam', '@x/seal'],
    ['@x/action-harness', '@x/exo-sim'],
  ],
  '@x/action-revoke': [
    ['@x/action-kit', '@x/broker-client', '@x/exo-iam'],
    ['@x/action-harness', '@x/exo-sim'],
  ],
  '@x/action-unseal': [
    ['@x/action-kit', '@x/exo-iam', '@x/seal'],
    ['@x/action-harness', '@x/exo-sim'],
  ],
  '@x/action-sweep': [
    ['@x/action-kit', '@x/exo-iam', '@x/github-jobs'],
    ['@x/action-harness', '@x/exo-sim'],
  ],
};
const action = [
  ['@x/action-kit', '@x/exo-iam'],
  ['@x/action-harness', '@x/exo-sim'],
] as const;

const houses = workspacePackages.filter(({ folder }) => !folder.startsWith('tools/'));

describe('declared dependencies', () => {
  it.each(houses.map(({ folder, manifest }) => [folder, manifest] as const))(
    '%s follow the arrows',
    (folder, { name, dependencies = {}, devDependencies = {} }) => {
      const [runtime, tests] = arrows[name] ?? (folder.startsWith('actions/') ? action : [[], []]);
      expect(runtime).toEqual(expect.arrayContaining(internal(dependencies)));
      expect([...runtime, ...tests]).toEqual(expect.arrayContaining(internal(devDependencies)));
    },
  );

  it.each(['@x/exo-signer', '@x/exo-operations'])('%s has none', (name) => {
    const found = workspacePackages.find(({ manifest }) => manifest.name === name);
    expect(found?.manifest.dependencies ?? {}).toEqual({});
  });

  it('@actions/* are known to action-kit, the sweep and the local runner alone', () => {
    const knowing = workspacePackages.filter(({ manifest }) =>
      Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).some((name) =>
        name.startsWith('@actions/'),
      ),
    );
    expect(knowing.map(({ folder }) => folder)).toEqual([
      'actions/sweep',
      'packages/action-kit',
      'tools/local-runner',
    ]);
  });
});

function internal(dependencies: Readonly<Record<string, string>>): string[] {
  return Object.keys(dependencies).filter((name) => name.startsWith('@x/'));
}
