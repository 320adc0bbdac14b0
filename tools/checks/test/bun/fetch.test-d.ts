// Under Bun's types, the global fetch has members of its own; a plain function lacks them.
import { createSigner } from '@x/exo-signer';

const credentials = { apiKey: 'EXOkey', apiSecret: 'secret' };

createSigner(credentials, { fetch });
createSigner(credentials, { fetch: Bun.fetch });
createSigner(credentials, { fetch: async (url, init) => fetch(url, init) });
createSigner(credentials, { fetch: async (url: string, init: RequestInit) => fetch(url, init) });
// @ts-expect-error a fetch gives an answer
createSigner(credentials, { fetch: () => undefined });
