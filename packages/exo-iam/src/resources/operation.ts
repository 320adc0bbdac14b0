// Asynchronous operations: the answer `operation`, and waiting for it.
import { cleanText } from '../client/clean-text.ts';
import type { CallOptions, Client } from '../client/create-client.ts';
import { ExoIamError } from '../errors.ts';

/** The answer of an asynchronous operation. */
export interface ApiOperation {
  readonly id: string;
  readonly state: 'pending' | 'success' | 'failure' | 'timeout';
  readonly reason?: string;
  readonly message?: string;
  /** What the operation is about: the new role of `create-iam-role` for example. */
  readonly reference?: { readonly id?: string; readonly link?: string; readonly command?: string };
}

/** How long to wait for an operation. */
export interface WaitOptions extends CallOptions {
  /** Default 120,000. */
  readonly timeoutMs?: number;
}

// IAM operations are usually done in their first answer. Where they are not, start fast, then fall
// back to what the official clients do: every 3 s, and ever slower after half a minute.
const firstDelaysMs: readonly number[] = [200, 400, 800, 1600];
const steadyDelayMs = 3000;

/**
 * Waits until an operation is done and gives it back.
 *
 * @throws {ExoIamError} `ERR_OPERATION_FAILED` when it failed, `ERR_TIMEOUT` when it is still pending,
 *   `ERR_ANSWER_UNREADABLE` when it is not an operation. All of them are uncertain.
 */
export async function waitForOperation(
  client: Client,
  operation: ApiOperation,
  options: WaitOptions = {},
): Promise<ApiOperation> {
  const { timeoutMs = 120_000, signal } = options;
  const startedAt = client.elapsed();
  let current = checked(operation);
  for (let poll = 0; current.state === 'pending'; poll += 1) {
    const elapsedMs = client.elapsed() - startedAt;
    const delayMs = firstDelaysMs[poll] ?? Math.max(steadyDelayMs, elapsedMs / 15);
    if (elapsedMs + delayMs > timeoutMs) {
      throw new ExoIamError(
        'ERR_TIMEOUT',
        `Operation ${current.id} was still pending after ${Math.round(elapsedMs / 1000)} s. Ask for it later with get-operation.`,
        { uncertain: true },
      );
    }
    await client.sleep(delayMs, signal);
    const { id } = operation;
    current = checked(await client.request('get-operation', { path: { id }, signal }));
  }
  if (current.state === 'success') return current;
  const said = [current.reason, current.message].filter(Boolean).join(': ');
  const why = cleanText(said) || 'without a reason';
  throw new ExoIamError(
    'ERR_OPERATION_FAILED',
    `Operation ${current.id} ended as ${current.state}, ${why}. Check whether it took effect before you try again.`,
    { uncertain: true },
  );
}

const states: readonly unknown[] = ['pending', 'success', 'failure', 'timeout'];

// Without a state the result is unknown, and without an id the client cannot ask for it.
function checked(operation: Partial<ApiOperation> | null | undefined): ApiOperation {
  const { id, state } = operation ?? {};
  if (states.includes(state) && (id || state !== 'pending')) return operation as ApiOperation;
  throw new ExoIamError(
    'ERR_ANSWER_UNREADABLE',
    'The API did not return an operation: the response lacks a state, or an id to poll. Expected the response of an Exoscale API; check the endpoint and any proxy in between.',
    { uncertain: true },
  );
}
