// Fetches a small JSON document: bounded in bytes and time, and never redirected.

const maxBytes = 100 * 1024;
const timeoutMs = 5000;

/** The parsed document. The error's message is for the audit trail and the log. */
export async function fetchJson(
  url: string,
  options: { readonly fetch: typeof fetch },
): Promise<unknown> {
  const response = await options.fetch(url, {
    redirect: 'manual',
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (response.status !== 200) {
    await response.body?.cancel();
    throw new Error(`${url} answered ${response.status}, expected 200 without a redirect`);
  }
  return JSON.parse(await readLimited(response, url)) as unknown;
}

async function readLimited(response: Response, url: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // The bytes after decompression count, and reading stops at the limit.
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new Error(`${url} answered more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
