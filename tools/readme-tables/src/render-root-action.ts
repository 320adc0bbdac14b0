// The action.yml at the root: mint's, so that `uses: x/exo-lease@v1` mints and the Marketplace can list it.

const head =
  '# Generated from actions/mint/action.yml by tools/readme-tables/update.ts. Do not edit.\n';

/** @throws {Error} When no path of a bundle is found, as after a change of the form of action.yml. */
export function renderRootAction(mint: string): string {
  const moved = mint.replaceAll(/^( {2}(?:main|post): )dist\//gm, '$1actions/mint/dist/');
  if (moved === mint) throw new Error('names no bundle below dist/');
  return head + moved;
}
