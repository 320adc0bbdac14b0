// Eight hex digits that stand for a longer text in the name of a lease.

/** The first eight hex digits of the SHA-256 of a text. */
export async function shortHash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest, 0, 4), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/** Of a server's address, without the slash at its end. */
export function serverHash(server: string): Promise<string> {
  return shortHash(server.toLowerCase().replace(/\/+$/, ''));
}

/** Of a repository's `owner/name`. GitHub does not tell upper from lower case. */
export function repositoryHash(repository: string): Promise<string> {
  return shortHash(repository.toLowerCase());
}
