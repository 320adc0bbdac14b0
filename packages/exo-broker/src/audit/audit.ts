// The audit trail: one JSON line for each decision, each with the hash of the line before it.
import { createHash } from 'node:crypto';

/** What happened. It holds ids and hashes, never a token or a secret. */
export interface AuditEntry {
  /** `lease`, `look` and `end` are requests; `revoke` is a key that was removed; `reload`. */
  readonly event: string;
  readonly requestId?: string | undefined;
  readonly lease?: string | undefined;
  readonly rule?: string | undefined;
  readonly issuer?: string | undefined;
  readonly repositoryId?: string | undefined;
  readonly run?: string | undefined;
  readonly claimsHash?: string | undefined;
  readonly key?: string | undefined;
  readonly outcome: string;
  /** Why a request was refused. */
  readonly reason?: string | undefined;
}

/** What an audit trail needs from its caller. */
export interface AuditOptions {
  /** Appends a line, and resolves when it is safe. */
  readonly write: (line: string) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The last line of the trail so far. Default: the trail is new. */
  readonly lastLine?: string | undefined;
}

/** The audit trail: one line for each decision, chained by hashes. */
export interface Audit {
  record(entry: AuditEntry): Promise<void>;
  /** Resolves when everything recorded so far is written, or could not be. */
  settled(): Promise<void>;
}

/** The `previous` of the first line. */
const start = '0'.repeat(64);

/** Lines are written one after another, in the order of the calls. */
export function createAudit({ write, now, lastLine }: AuditOptions): Audit {
  let previous = lastLine === undefined ? start : hashOf(lastLine);
  let queue: Promise<void> = Promise.resolve();

  async function append(before: Promise<void>, entry: object): Promise<void> {
    await before;
    const line = JSON.stringify({ ...entry, previous });
    await write(`${line}\n`);
    // A line that could not be written is not part of the chain.
    previous = hashOf(line);
  }

  return {
    async record(entry) {
      const time = new Date(now()).toISOString();
      const written = append(queue, { time, ...entry });
      queue = written.catch(() => undefined);
      return written;
    },
    settled: () => queue,
  };
}

/** The number of the first line, from 1, that does not follow from the one before, or undefined. */
export function findBreak(lines: readonly string[]): number | undefined {
  let previous = start;
  for (const [index, line] of lines.entries()) {
    if (previousOf(line) !== previous) return index + 1;
    previous = hashOf(line);
  }
  return undefined;
}

function previousOf(line: string): unknown {
  try {
    const value: unknown = JSON.parse(line);
    return (value as { previous?: unknown } | null)?.previous;
  } catch {
    return undefined;
  }
}

function hashOf(line: string): string {
  return createHash('sha256').update(line.replace(/\n$/, '')).digest('hex');
}
