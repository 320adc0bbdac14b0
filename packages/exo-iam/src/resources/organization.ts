// The resource `organization`. Schema: get-organization.
import type { CallOptions, Client } from '../client/create-client.ts';

/** The organization that a key belongs to. */
export interface Organization {
  readonly id: string;
  readonly name: string;
  readonly address?: string;
  readonly postcode?: string;
  readonly city?: string;
  readonly country?: string;
  /** The currency of its invoices, `CHF` for example. */
  readonly currency?: string;
  /** @deprecated The API has an endpoint of its own for it, `/live-balance`. */
  readonly balance?: number;
}

/** The organization of the client's key. */
export function getOrganization(
  client: Client,
  { signal }: CallOptions = {},
): Promise<Organization> {
  return client.request('get-organization', { signal });
}
