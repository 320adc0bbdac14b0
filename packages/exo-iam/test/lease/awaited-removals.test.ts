// A revocation waits for each removal and each pause: nothing is sent before the one before it has ended.
import { describe, expect, it } from 'vitest';

import { createClient } from '../../src/client/create-client.ts';
import { mint } from '../../src/lease/mint.ts';
import { revoke } from '../../src/lease/revoke.ts';
import { createApiKey } from '../../src/resources/api-key.ts';
import { lessee } from '../support/lessee.ts';
import { createOrganization, type Organization } from '../support/organization.ts';
import { settle } from '../support/settle.ts';

type Held = (step: string, steps: readonly string[]) => boolean;

/** Revokes while each answer or pause that is to be held ends late (`|`), and tells the order of things. */
async function revokeLate(
  organization: Organization,
  options: { readonly byName?: boolean; readonly held?: Held } = {},
): Promise<readonly string[]> {
  const { byName = false, held = () => true } = options;
  const { client, simulator } = organization;
  const request = { scope: { operations: ['list-instances'] }, ttlSeconds: 900, ...lessee };
  const { method, name, expiresAt, role, apiKey } = await mint(client, request);
  // A key of this name that turned up late keeps the role at first.
  await createApiKey(client, { name, 'role-id': role?.id ?? '' });
  const ids = byName ? {} : { apiKey, roleId: role?.id };
  const record = { method, name, expiresAt, phase: 'made', ...ids } as const;

  const steps: string[] = [];
  const waiting: (() => void)[] = [];
  const note = async (step: string): Promise<void> => {
    steps.push(step);
    if (held(step, steps)) await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const late = createClient({
    credentials: simulator.parentKey,
    random: () => 0,
    fetch: async (input, init) => {
      const answer = await simulator.fetch(input, init);
      await note(simulator.requests.at(-1)?.operation ?? '');
      return answer;
    },
    sleep: (ms) => note(`pause ${ms}`),
  });
  const state = { done: false };
  const revoking = (async () => {
    await revoke(late, record);
    state.done = true;
  })();
  const failed = revoking.catch(() => (state.done = true));
  while (!state.done) {
    await settle();
    if (waiting.length === 0) continue;
    expect(state.done).toBe(false);
    steps.push('|');
    for (const release of waiting.splice(0)) release();
  }
  await failed;
  await revoking;
  return steps;
}

const each = (...steps: readonly string[]): readonly string[] =>
  steps.flatMap((step) => [step, '|']);

describe('revoke', () => {
  it('waits for the key, the late key and the pause before the role goes', async () => {
    expect(await revokeLate(createOrganization())).toEqual(
      each(
        'delete-api-key',
        'delete-iam-role',
        'list-api-keys',
        'delete-api-key',
        'pause 250',
        'delete-iam-role',
      ),
    );
  });

  it('waits for the last of all keys of a name', async () => {
    const held: Held = (step, steps) =>
      step === 'delete-api-key' && steps.filter((one) => one === step).length === 2;
    const steps = await revokeLate(createOrganization(), { byName: true, held });
    expect(steps).toEqual([
      'list-api-keys',
      'delete-api-key',
      'delete-api-key',
      '|',
      'list-iam-roles',
      'delete-iam-role',
    ]);
  });

  it('waits for a deletion that is still pending, and for the pause before it asks', async () => {
    const steps = await revokeLate(createOrganization({ pendingPolls: 1 }));
    expect(steps.slice(0, 10)).toEqual(
      each('delete-api-key', 'pause 200', 'get-operation', 'pause 400', 'get-operation'),
    );
    expect(steps[10]).toBe('delete-iam-role');
  });
});
