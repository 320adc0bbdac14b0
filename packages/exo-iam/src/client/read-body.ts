// Reads the body of a response, up to a size limit that applies after decompression.

const mebibyte = 2 ** 20;

/** The maximum size of a response of this operation, in bytes. */
export function bodyLimit(operation: string): number {
  return (operation.startsWith('list-') ? 64 : 8) * mebibyte;
}

/** The body's text, or undefined when it is longer than the limit. */
export async function readBody(response: Response, limit: number): Promise<string | undefined> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    // Leaving the loop cancels the body, and with it the connection.
    if (size > limit) return undefined;
    parts.push(decoder.decode(chunk, { stream: true }));
  }
  return parts.join('') + decoder.decode();
}
