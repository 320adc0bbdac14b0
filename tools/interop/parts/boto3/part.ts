// boto3, which most scripts reach SOS with, signs for the zone that `export: sos` names. A server on this
// machine stands for SOS, so nothing leaves it.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { keyVariables } from '@x/exo-iam';

import { Checklist } from '../../src/checklist.ts';
import type { Part } from '../../src/part.ts';
import { createPythonEnvironment } from '../../src/python-environment.ts';
import { runCommand } from '../../src/run-command.ts';

const zone = 'de-fra-1';
const apiKey = 'EXO0123456789abcdef01234567';
const key = { apiKey, apiSecret: 'not-a-real-secret' };

export const boto3: Part = {
  name: 'boto3',
  title: 'boto3 1.44.8 signs for the zone that export: sos names',
  async run(context) {
    const list = new Checklist();
    const file = join(import.meta.dirname, 'requirements.txt');
    const python = await createPythonEnvironment(context, { name: 'boto3', file });
    const { endpoint, scopes, close } = await startStandIn();
    const run = async (env: Readonly<Record<string, string>>): Promise<string> => {
      scopes.length = 0;
      const settings = { AWS_EC2_METADATA_DISABLED: 'true', HOME: context.cache };
      const result = await runCommand(python, [join(import.meta.dirname, 'driver.py')], {
        env: { ...settings, ...env, AWS_ENDPOINT_URL_S3: endpoint },
        signal: context.signal,
      });
      return result.code === 0 ? result.stdout.trim() : result.stderr.trim();
    };
    try {
      const variables = keyVariables(['sos'], { ...key, zone });
      list.equal(
        'export: sos names the endpoint of the zone',
        variables['AWS_ENDPOINT_URL_S3'],
        `https://sos-${zone}.exo.io`,
      );
      list.equal('the object arrives', await run(variables), 'content');
      list.equal('its request is signed with the key, for the zone', scopes, [
        { apiKey, region: zone, path: '/my-bucket/a.txt' },
      ]);
      const { AWS_DEFAULT_REGION: _, ...without } = variables;
      await run(without);
      const regions = scopes.map(({ region }) => region);
      list.equal('AWS_REGION alone is not read by it', regions, ['us-east-1']);
    } finally {
      close();
    }
    return { checks: list.checks };
  },
};

interface SignedRequest {
  readonly apiKey: string | undefined;
  readonly region: string | undefined;
  readonly path: string | undefined;
}

/** Answers every request with an object, and remembers what it was signed for. */
async function startStandIn(): Promise<{
  readonly endpoint: string;
  readonly scopes: SignedRequest[];
  readonly close: () => void;
}> {
  const scopes: SignedRequest[] = [];
  const server = createServer((request, response) => {
    const { authorization = '' } = request.headers;
    const scope = /Credential=([^/]+)\/\d{8}\/([^/]+)\/s3\/aws4_request/.exec(authorization);
    scopes.push({ apiKey: scope?.[1], region: scope?.[2], path: request.url });
    response.end('content');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    scopes,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
