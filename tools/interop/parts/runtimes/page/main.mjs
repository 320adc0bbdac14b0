// The program for Node, Deno and Bun: both entries of the package, by name.
import { signRequest } from '@x/exo-signer';
import { signRequestSync } from '@x/exo-signer/node';

import { escapesCaret, signVectors } from './sign-vectors.mjs';
import { vectors } from './vectors.mjs';

const entries = {
  '@x/exo-signer': await signVectors(signRequest, vectors),
  '@x/exo-signer/node': await signVectors(signRequestSync, vectors),
};
console.log(JSON.stringify({ escapesCaret: escapesCaret(), entries }));
