// Asks a broker for leases as a job does.
import { createRecipient, type Recipient } from './recipient.ts';
import type { World } from './world.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, string>>;
}

export interface LeaseWish {
  readonly id?: string;
  readonly token?: string;
  readonly claims?: Record<string, unknown>;
  readonly recipient?: Recipient;
  readonly body?: Record<string, unknown>;
}

export async function askForLease(
  { world, url }: { readonly world: World; readonly url: string },
  wish: LeaseWish = {},
): Promise<Answer & { readonly recipient: Recipient; readonly id: string }> {
  const { id = crypto.randomUUID(), recipient = createRecipient(), claims, body } = wish;
  const token = wish.token ?? (await world.githubToken(recipient.recipient, claims));
  const answer = await send(`${url}/v1/leases`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': id,
    },
    body: JSON.stringify({
      scope: { operations: ['list-instances'] },
      ttl: '5m',
      recipient: recipient.recipient,
      ...body,
    }),
  });
  return { ...answer, recipient, id };
}

export function withToken(
  method: 'GET' | 'DELETE',
  url: string,
  token: string | undefined,
): Promise<Answer> {
  return send(url, { method, ...(token && { headers: { authorization: `Bearer ${token}` } }) });
}

export async function send(url: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(url, init);
  const text = await response.text();
  const body = (text === '' ? {} : JSON.parse(text)) as Record<string, string>;
  return { status: response.status, headers: response.headers, body };
}
