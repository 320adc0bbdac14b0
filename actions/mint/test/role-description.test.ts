// How long a description may be; the scenarios have the others.
import { expect, it } from 'vitest';

import { roleDescription } from '../src/role-description.ts';

it('takes no more than the API does, whatever the names', () => {
  const description = roleDescription({
    job: 'j'.repeat(100),
    leg: 'l'.repeat(100),
    repository: `${'o'.repeat(39)}/${'r'.repeat(100)}`,
    runId: '19876543210',
  });
  expect(description).toHaveLength(255);
  expect(description).toMatch(/^Made by j{100} \(l{100}\), run 19876543210 of o{23}$/);
});
