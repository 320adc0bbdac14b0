// A simulated organization, an issuer on loopback, and a configuration for a broker between them.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createSimulator, listen, type Listener, type Simulator } from '@x/exo-sim';

import { githubClaims, gitlabClaims } from '../claims.ts';
import { startIssuer, type TestIssuer } from '../issuer.ts';

export interface World extends AsyncDisposable {
  readonly folder: string;
  readonly simulator: Simulator;
  readonly issuer: TestIssuer;
  readonly gitlab: TestIssuer;
  readonly publicUrl: string;
  /** Of the API. */
  readonly endpoint: string;
  readonly configFile: string;
  /** Writes the configuration again, with other lines in place of some. */
  configure(changes?: ConfigChanges): string;
  /** A token of GitHub's kind for a lease. */
  githubToken(recipient: string, claims?: Record<string, unknown>): Promise<string>;
  /** A token for looking at leases and ending them. */
  manageToken(claims?: Record<string, unknown>): Promise<string>;
  gitlabToken(claims?: Record<string, unknown>): Promise<string>;
  /** Names of keys and roles that begin like those of a broker. */
  leftovers(): string[];
}

export interface ConfigChanges {
  readonly store?: string;
  readonly storePasswordFile?: string;
  readonly maxLive?: number;
  readonly maxTtl?: string;
  readonly paused?: boolean;
  readonly namePrefix?: string;
  readonly extra?: string;
  readonly listen?: string;
  readonly secretFile?: string;
  /** The parent key. Its secret is in the same file. */
  readonly apiKey?: string;
  /** A parent key from before. Its secret is in the same file. */
  readonly previous?: string;
  readonly deadline?: 'strict' | 'lenient';
  /** Default some operations. */
  readonly ceiling?: string;
  /** A second organization with a rule for the repository 1, and an API and a parent key of its own. */
  readonly lab?: {
    readonly endpoint: string;
    readonly apiKey: string;
    readonly secretFile: string;
  };
  /** The name of the file. Default `broker.yml`. */
  readonly file?: string;
}

export interface WorldOptions {
  readonly simulator?: Simulator;
  readonly endpoint?: string;
  readonly parentKey?: { readonly apiKey: string; readonly apiSecret: string };
}

export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'exo-broker-'));
  const simulator = options.simulator ?? createSimulator();
  const api: Listener | undefined =
    options.endpoint === undefined ? await listen(simulator) : undefined;
  const endpoint = options.endpoint ?? api?.endpoint ?? '';
  const parentKey = options.parentKey ?? simulator.parentKey;
  const [issuer, gitlab] = await Promise.all([startIssuer(), startIssuer()]);
  const publicUrl = 'https://broker.example.com';
  const configFile = join(folder, 'broker.yml');
  writeFileSync(join(folder, 'secret'), `${parentKey.apiSecret}\n`, { mode: 0o600 });

  const configure = (changes: ConfigChanges = {}): string => {
    const { lab } = changes;
    const rule = (
      name: string,
      from: string,
      { match, organization = 'prod' }: { match: string; organization?: string },
    ): string => `  - name: ${name}
    issuer: ${from}
    organization: ${organization}
    match: ${match}
    ceiling: { ${changes.ceiling ?? 'operations: [list-zones, list-instances, reset-instance]'} }
    max-ttl: ${changes.maxTtl ?? '1h'}
    max-live: ${changes.maxLive ?? 1000}
    deadline: ${changes.deadline ?? 'strict'}
`;
    const secretFile = changes.secretFile ?? join(folder, 'secret');
    const key = (apiKey: string): string => `api-key: ${apiKey}, api-secret-file: ${secretFile}`;
    const previous =
      changes.previous === undefined ? '' : `, previous: { ${key(changes.previous)} }`;
    const lines = [
      'version: 1',
      `listen: ${changes.listen ?? '127.0.0.1:0'}`,
      'metrics: 127.0.0.1:0',
      `public-url: ${publicUrl}`,
      `store: ${changes.store ?? `sqlite:${join(folder, 'leases.db')}`}`,
      ...(changes.storePasswordFile === undefined
        ? []
        : [`store-password-file: ${changes.storePasswordFile}`]),
      'organizations:',
      `  prod: { endpoint: '${endpoint}', ${key(changes.apiKey ?? parentKey.apiKey)}${previous} }`,
      ...(lab
        ? [
            `  lab: { endpoint: '${lab.endpoint}', api-key: ${lab.apiKey}, api-secret-file: ${lab.secretFile} }`,
          ]
        : []),
      'issuers:',
      `  github: { kind: github, url: '${issuer.url}' }`,
      `  gitlab: { kind: gitlab, url: '${gitlab.url}' }`,
      ...(changes.namePrefix === undefined ? [] : [`name-prefix: ${changes.namePrefix}`]),
      ...(changes.paused ? ['paused: true'] : []),
      ...(changes.extra === undefined ? [] : [changes.extra]),
      'rules:',
      rule('shop-deploy', 'github', {
        match: `{ repository_id: '260064828', ref: refs/heads/main }`,
      }),
      rule('web-deploy', 'gitlab', { match: `{ project_id: '42' }` }),
      ...(lab
        ? [rule('lab-deploy', 'github', { match: `{ repository_id: '1' }`, organization: 'lab' })]
        : []),
    ];
    const path = join(folder, changes.file ?? 'broker.yml');
    writeFileSync(path, lines.join('\n'));
    return path;
  };
  configure();

  const now = (): Record<string, unknown> => {
    const seconds = Math.floor(Date.now() / 1000);
    return { iat: seconds, nbf: seconds, exp: seconds + 300, jti: crypto.randomUUID() };
  };
  return {
    folder,
    simulator,
    issuer,
    gitlab,
    publicUrl,
    endpoint,
    configFile,
    configure,
    githubToken: (recipient, claims = {}) =>
      issuer.sign(
        githubClaims(issuer.url, {
          ...now(),
          aud: `${publicUrl}?recipient=${recipient}`,
          ...claims,
        }),
      ),
    manageToken: (claims = {}) =>
      issuer.sign(githubClaims(issuer.url, { ...now(), aud: publicUrl, ...claims })),
    gitlabToken: (claims = {}) => gitlab.sign(gitlabClaims(gitlab.url, { ...now(), ...claims })),
    leftovers: () => {
      const { apiKeys, roles } = simulator.state;
      return [...apiKeys.values(), ...roles.values()]
        .map(({ name }) => name)
        .filter((name) => /^exo-broker[\w-]*\./.test(name));
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all([
        api?.close(),
        issuer[Symbol.asyncDispose](),
        gitlab[Symbol.asyncDispose](),
      ]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
