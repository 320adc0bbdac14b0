import { expect, it } from 'vitest';

import { createSimulator } from '../../src/index.ts';
import { clientOf } from '../support/client.ts';

it('stays pending for as many polls as told', async () => {
  const send = clientOf(createSimulator({ pendingPolls: 2 }));
  const { body } = await send('POST', '/v2/instance', {});
  expect(body).toMatchObject({ state: 'pending' });
  const states: string[] = [];
  for (let poll = 0; poll < 4; poll += 1) {
    states.push((await send('GET', `/v2/operation/${body.id}`)).body.state as string);
  }
  expect(states).toEqual(['pending', 'pending', 'success', 'success']);
});

it('does not know an operation that never was', async () => {
  const send = clientOf(createSimulator());
  expect(await send('GET', '/v2/operation/unknown')).toMatchObject({ status: 404 });
});
