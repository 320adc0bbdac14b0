// The input `usage-report`: what the key did of what it could do, from the audit trail.
import { messageOf, plainLines, type Step } from '@x/action-kit';
import { usageReport, type Client, type UsageReport } from '@x/exo-iam';

import type { MintState } from './mint-state.ts';

// The report must not delay the job for longer.
const timeoutMs = 20_000;

/**
 * The report, told in the log; `undefined` when there is none. It is not worth a failed job: the parent
 * key may not be allowed to read the audit trail.
 */
export async function reportUsage(
  { core, signal }: Step,
  client: Client,
  { record, handedOut }: Pick<MintState, 'record' | 'handedOut'>,
): Promise<UsageReport | undefined> {
  const { apiKey, name } = record;
  if (!handedOut || apiKey === undefined) return undefined;
  const { mintedAt, operations } = handedOut;
  const lease = { apiKey, name, operations, since: new Date(mintedAt * 1000), until: new Date() };
  const bound = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  const warn = (why: string): void => {
    core.warning(why, { title: 'The usage report is not complete' });
  };
  try {
    const usage = await usageReport(client, lease, { signal: bound });
    const [failure] = usage.failures;
    if (failure) {
      const zones = usage.failures.map(({ zone }) => zone).join(', ');
      warn(`The audit trail of ${zones} could not be read: ${messageOf(failure.error)}`);
    }
    core.info(plainLines(describe(usage)));
    return usage;
  } catch (error) {
    warn(`The audit trail could not be read: ${messageOf(error)}`);
    return undefined;
  }
}

function describe({ used, denied, unused, note }: UsageReport): string[] {
  return [
    ...used.map(({ operation, count }) => `  used    ${operation}, ${times(count)}`),
    ...denied.map(({ operation, count }) => `  refused ${operation}, ${times(count)}`),
    ...unused.map((operation) => `  unused  ${operation}`),
    `  note    ${note}`,
  ];
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
