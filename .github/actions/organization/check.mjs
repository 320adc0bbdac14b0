// Fails when a key or a role of the job is left.
import { createSigner } from '../../../packages/exo-signer/dist/index.js';

const { STATE_endpoint: endpoint, STATE_apiKey: apiKey, STATE_apiSecret: apiSecret } = process.env;
const signer = createSigner({ apiKey, apiSecret });

async function namesOf(path, member) {
  const answer = await signer.fetch(`${endpoint}/${path}`);
  const { [member]: found } = await answer.json();
  return found.map(({ name }) => name).filter((name) => /^exo-(?:lease|broker)\./.test(name));
}

const left = [
  ...(await namesOf('api-key', 'api-keys')),
  ...(await namesOf('iam-role', 'iam-roles')),
];
for (const name of left) console.log(`::error title=A lease is left::${name}`);
if (left.length === 0) console.log('Nothing of the job is left in the organization.');
process.exitCode = left.length === 0 ? 0 : 1;
