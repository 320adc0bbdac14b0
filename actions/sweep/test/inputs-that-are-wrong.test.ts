// Inputs that cannot be meant are refused before any request.
import { assertFailure } from '@x/action-harness';
import { expect, it } from 'vitest';

import { playSweep } from './support/play-sweep.ts';

it.each([
  ['grace', 'a while'],
  ['grace', '25h'],
  ['grace', ''],
  ['max-keys', 'all'],
  ['max-keys', '-1'],
  ['max-keys', ''],
  ['name-prefix', ''],
  ['name-prefix', 'exo.lease'],
  ['dry-run', 'yes'],
  ['legacy', 'no'],
])('refuses the %s %j', (name, value) =>
  playSweep(async ({ github, run }) => {
    const swept = await run({ inputs: { [name]: value } });
    const message = assertFailure(swept, { leftovers: () => [] });
    expect(message).toContain(`${name} `);
    expect(message).toContain(JSON.stringify(value));
    expect([...swept.requests, ...github.requests]).toEqual([]);
  }),
);
