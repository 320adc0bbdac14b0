// What the API said to one call, without anything of a successful answer: that can hold a secret.

export interface Answer {
  /** The HTTP status; that of the last request where a call takes several. */
  readonly status: number;
  /** The text of a refusal, on one line; empty for a success. */
  readonly text: string;
}

/** Whether the call did what it was asked to. */
export function isAccepted({ status, text }: Answer): boolean {
  return status >= 200 && status < 300 && text === '';
}

/** `200`, or `403 “Invalid request signature”`. */
export function quote({ status, text }: Answer): string {
  return text === '' ? String(status) : `${status} “${text}”`;
}

const longest = 200;

/** The message in a refusal's body, or the body itself, fit for a cell of a table. */
export function readRefusal(body: string): string {
  let said = body;
  try {
    const parsed = JSON.parse(body) as Record<string, unknown>;
    const message = ['message', 'error', 'detail', 'title'].map((name) => parsed[name]);
    said = message.find((text) => typeof text === 'string') ?? body;
  } catch {
    // Plain text, or a page.
  }
  const line = said.replace(/[\p{Cc}\s|]+/gu, ' ').trim();
  return line.slice(0, longest) || 'nothing';
}
