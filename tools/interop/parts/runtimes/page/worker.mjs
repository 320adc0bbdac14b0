// The program for workerd: the default entry. Modules have no names there but their paths.
import { signRequest } from './node_modules/@x/exo-signer/dist/index.js';
import { escapesCaret, signVectors } from './sign-vectors.mjs';
import { vectors } from './vectors.mjs';

// What workerd starts is the default export.
// oxlint-disable-next-line import/no-default-export
export default {
  async test() {
    const entries = { '@x/exo-signer': await signVectors(signRequest, vectors) };
    console.log(JSON.stringify({ escapesCaret: escapesCaret(), entries }));
  },
};
