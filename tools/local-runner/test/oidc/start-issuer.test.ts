// OIDC tokens of a job: only with the permission, for the audience that is asked for, by a published key.
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { expect, it } from 'vitest';

import { startIssuer } from '../../src/oidc/start-issuer.ts';
import { runSteps } from '../support/run-steps.ts';

const ask = `- id: ask
  run: |
    node -e '
      const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } = process.env;
      const write = (line) => fs.appendFileSync(process.env.GITHUB_OUTPUT, line + "\\n");
      if (!url && !token) write("token=none");
      else fetch(url + "&audience=me", { headers: { authorization: "Bearer " + token } })
        .then((response) => response.json()).then(({ value }) => write("token=" + value));
    '`;

it('gives a job with id-token: write a token with its claims', async () => {
  await using issuer = await startIssuer();
  const result = await runSteps(ask, {
    before: 'permissions: { id-token: write }\nenvironment: production',
    issuer,
    checkRunId: 7,
    github: { repository: 'acme/shop', repository_id: '42' },
  });
  const keys = createRemoteJWKSet(new URL(`${issuer.url}/keys`));
  const token = result.steps[0]?.outputs['token'] ?? '';
  const { payload } = await jwtVerify(token, keys, { issuer: issuer.url, audience: 'me' });
  expect(payload).toMatchObject({
    sub: 'repo:acme/shop:environment:production',
    repository: 'acme/shop',
    repository_id: '42',
    environment: 'production',
    check_run_id: '7',
    runner_environment: 'github-hosted',
  });
});

it('sets no variable without the permission, and answers no one without a job', async () => {
  await using issuer = await startIssuer();
  const before = 'permissions: { contents: read }';
  const result = await runSteps(ask, { before, issuer });
  expect(result.steps[0]?.outputs).toEqual({ token: 'none' });
  const headers = { authorization: 'Bearer of-nobody' };
  expect((await fetch(`${issuer.url}/token?audience=me`, { headers })).status).toBe(401);
});
