// The organization's own record and its users.
import type { Answer } from '../http/answer.ts';
import { ok } from '../http/answer.ts';
import type { Store } from '../state/store.ts';

export function getOrganization(store: Store): Answer {
  return ok({
    ...store.organization,
    address: '1 Example Street',
    postcode: '1000',
    city: 'Lausanne',
    country: 'CH',
    currency: 'CHF',
  });
}
