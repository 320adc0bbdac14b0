// The answer of a handler: a status and a JSON value, without sockets or streams.

/** A status and a JSON value, without sockets or streams. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A string is sent unchanged, `undefined` sends no body, and anything else is sent as JSON. */
  readonly body?: unknown;
}

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

/** A refusal in the API's classic form, `{"message": …}`. */
export function refuse(status: number, message: string): Answer {
  return { status, body: { message } };
}

/** The answer as it goes over the wire. */
export function serializeAnswer(
  answer: Answer,
  now: number,
): { readonly headers: Record<string, string>; readonly body: string | null } {
  const headers = { date: new Date(now).toUTCString(), ...answer.headers };
  if (answer.body === undefined) return { headers, body: null };
  if (typeof answer.body === 'string') {
    return {
      headers: { 'content-type': 'text/plain; charset=utf-8', ...headers },
      body: answer.body,
    };
  }
  return {
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(answer.body),
  };
}
