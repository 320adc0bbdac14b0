import { describe, expect, it } from 'vitest';

import { loadActions } from '../../src/workflow/load-actions.ts';
import type { Step } from '../../src/workflow/types.ts';
import { fixtures } from '../support/run-steps.ts';

const places = {
  workspace: fixtures,
  localActions: { 'x/exo-lease': fixtures },
  skippedActions: ['actions/checkout', 'a/b/sub'],
};

function uses(reference: string): Step {
  return {
    kind: 'uses',
    uses: reference,
    with: {},
    id: undefined,
    name: undefined,
    if: undefined,
    env: {},
    continueOnError: undefined,
    timeoutMinutes: undefined,
  };
}

describe('loadActions', () => {
  it('reads the actions inside composite ones too', async () => {
    const loaded = await loadActions([uses('./actions/wrapped')], places);
    expect([...loaded.keys()]).toEqual([
      './actions/wrapped',
      './actions/nested',
      './actions/probe',
    ]);
  });

  it('finds the actions of a repository in its directory', async () => {
    const reference = 'x/exo-lease/actions/mint@v1';
    const loaded = await loadActions([uses(reference)], places);
    expect(loaded.get(reference)).toMatchObject({
      reference: { defaultId: '__x_exo-lease', repository: 'x/exo-lease', ref: 'v1' },
      action: { using: 'node', main: 'main.mjs' },
    });
  });

  it.each(['actions/checkout@v5', 'actions/checkout/sub@v5', 'a/b/sub@0123abc'])(
    'leaves %s out',
    async (reference) => {
      const loaded = await loadActions([uses(reference)], places);
      expect(loaded.get(reference)?.action).toBeUndefined();
    },
  );

  it.each([
    ['ACTION_NOT_FOUND', 'a/b@v1'],
    ['ACTION_NOT_FOUND', 'a/b'],
    ['ACTION_NOT_FOUND', 'checkout@v5'],
    ['ACTION_NOT_FOUND', './actions'],
    ['ACTION_INVALID', './broken/circle'],
    ['UNSUPPORTED', './broken/docker'],
    ['UNSUPPORTED', './broken/with-inner-pre'],
    ['UNSUPPORTED', 'docker://alpine'],
    ['UNSUPPORTED', '$/actions/mint'],
  ])('answers with %s to %s', async (code, reference) => {
    await expect(loadActions([uses(reference)], places)).rejects.toMatchObject({ code });
  });
});
