// Runs in every runtime as it is: signs the vectors and says of each what came out.

/**
 * @param {(request: object, credentials: object, options: object) => Promise<string> | string} sign
 * @returns {Promise<{ name: string, authorization?: string, code?: string }[]>}
 */
export async function signVectors(sign, vectors) {
  const results = [];
  for (const { name, method, url, body, bodyBase64, apiKey, apiSecret, expires } of vectors) {
    const bytes = bodyBase64 === undefined ? body : bytesOf(bodyBase64);
    try {
      const request = { method, url, body: bytes };
      const authorization = await sign(request, { apiKey, apiSecret }, { expires });
      results.push({ name, authorization });
    } catch (error) {
      results.push({ name, code: error.code ?? String(error) });
    }
  }
  return results;
}

/** Whether this URL parser is one of those that write `^` in a path as `%5E`. */
export function escapesCaret() {
  return new URL('https://host/^').pathname === '/%5E';
}

function bytesOf(base64) {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
