// The resource `event`, the audit trail of one zone. Schema: list-events.
import type { CallOptions, Client } from '../client/create-client.ts';
import type { ApiKey } from './api-key.ts';
import type { IamRole } from './iam-role.ts';
import { listOf } from './list-of.ts';

/** One change that was asked for. The API promises none of the members. */
export interface AuditEvent {
  /** The operation, by its name in the catalogue, or `authenticate` and the like. */
  readonly handler?: string;
  /** The HTTP status it was answered with. */
  readonly status?: number;
  /** When, to the millisecond. */
  readonly timestamp?: string;
  readonly zone?: string;
  readonly 'request-id'?: string;
  readonly 'iam-api-key'?: Partial<ApiKey>;
  readonly 'iam-role'?: Partial<IamRole>;
  readonly 'iam-user'?: AuditUser;
  readonly 'source-ip'?: string;
  readonly uri?: string;
  readonly 'path-params'?: Readonly<Record<string, unknown>>;
  /** The query. */
  readonly 'get-params'?: Readonly<Record<string, unknown>>;
  /** The body. Whether the API masks what is secret in it is not documented: do not log it. */
  readonly 'body-params'?: Readonly<Record<string, unknown>>;
  readonly 'elapsed-ms'?: number;
  readonly message?: string;
}

/** A person who did something in the portal. */
export interface AuditUser {
  readonly id?: string;
  readonly email?: string;
  readonly role?: Partial<IamRole>;
  readonly sso?: boolean;
  readonly 'two-factor-authentication'?: boolean;
  readonly pending?: boolean;
}

/** The window of time. Default the last 24 hours. The API keeps 30 days. */
export interface ListEventsOptions extends CallOptions {
  readonly from?: Date;
  readonly to?: Date;
}

/**
 * The changes requested in the client's zone, by any key or user. Reads do not leave an event.
 *
 * @throws {ExoIamError} `ERR_ANSWER_UNREADABLE` for anything but a list.
 */
export async function listEvents(
  client: Client,
  { from, to, signal }: ListEventsOptions = {},
): Promise<AuditEvent[]> {
  const query = {
    ...(from && { from: from.toISOString() }),
    ...(to && { to: to.toISOString() }),
  };
  const name = 'list-events';
  return listOf(name, await client.request(name, { query, signal }));
}
