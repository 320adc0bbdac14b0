// The files of deploy/ and the broker agree: its configuration loads, and names, paths and ports are the same on
// both sides.
import { readFileSync } from 'node:fs';

import { expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';

import type { Config } from '../src/policy/config.ts';
import { loadConfig } from '../src/policy/load-config.ts';

interface Compose {
  readonly services: Record<string, { readonly user?: string; readonly read_only?: boolean }>;
  readonly configs: Record<'broker' | 'nginx', { readonly content: string }>;
  readonly secrets: Record<string, unknown>;
}

interface Mount {
  readonly name: string;
  readonly mountPath: string;
}

interface Manifest {
  readonly kind: string;
  readonly data: Record<string, string>;
  readonly spec: {
    readonly replicas: number;
    readonly template: {
      readonly metadata: { readonly labels: Record<string, string> };
      readonly spec: {
        readonly securityContext: Record<string, unknown>;
        readonly containers: readonly {
          readonly args: readonly string[];
          readonly ports: readonly { readonly name: string; readonly containerPort: number }[];
          readonly securityContext: Record<string, unknown>;
          readonly volumeMounts: readonly Mount[];
        }[];
        readonly volumes: readonly {
          readonly name: string;
          readonly secret?: {
            readonly defaultMode: number;
            readonly items: readonly { readonly path: string }[];
          };
        }[];
      };
    };
    readonly selector: Record<string, unknown>;
    readonly podSelector: Record<string, unknown>;
  };
}

function read(name: string): string {
  return readFileSync(new URL(`../deploy/${name}`, import.meta.url), 'utf8');
}

function secretFiles({ organizations, store }: Config): string[] {
  const parentKeys = organizations.map(({ apiSecretFile }) => apiSecretFile);
  const password = store.kind === 'postgres' ? store.passwordFile : undefined;
  expect(password).toBeDefined();
  return [...parentKeys, password ?? ''];
}

it('compose.yml: two brokers that nginx names, with the secrets that the configuration names', () => {
  const { services, configs, secrets } = parse(read('compose.yml'), { merge: true }) as Compose;
  const config = loadConfig(configs.broker.content, { path: 'compose.yml' });
  expect(config.store.kind).toBe('postgres');
  const brokers = Object.keys(services).filter((name) => name.startsWith('broker-'));
  const upstream = [...configs.nginx.content.matchAll(/^\s*server (\S+):(\d+)/gm)];
  expect(upstream.map(([, name]) => name)).toEqual(brokers);
  expect(upstream.map(([, , port]) => Number(port))).toEqual([config.listen.port, 8787]);
  for (const name of brokers) {
    expect(services[name]).toMatchObject({ user: '65532:65532', read_only: true });
  }
  for (const path of secretFiles(config)) {
    expect(Object.keys(secrets).map((name) => `/run/secrets/${name}`)).toContain(path);
  }
});

it('kubernetes.yml: the configuration, the mounts, the ports and the labels agree', () => {
  const manifests = parseAllDocuments(read('kubernetes.yml')).map((each) => {
    expect(each.errors).toEqual([]);
    return each.toJS() as Manifest;
  });
  const find = (kind: string): Manifest => {
    const manifest = manifests.find((each) => each.kind === kind);
    if (manifest === undefined) throw new Error(`there is no ${kind}`);
    return manifest;
  };
  const text = find('ConfigMap').data['broker.yml'] ?? '';
  const config = loadConfig(text, { path: 'kubernetes.yml' });
  const { replicas, template } = find('Deployment').spec;
  expect(replicas).toBe(2);
  expect(template.spec.securityContext).toMatchObject({ runAsUser: 65532, fsGroup: 65532 });
  const [container] = template.spec.containers;
  expect(container?.securityContext).toMatchObject({
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
  });
  expect(container?.ports.map(({ containerPort }) => containerPort)).toEqual([
    config.listen.port,
    config.metrics?.port,
  ]);
  const mounted = template.spec.volumes.flatMap(({ name, secret }) => {
    const mount = container?.volumeMounts.find((each) => each.name === name);
    return (secret?.items ?? []).map(({ path }) => `${mount?.mountPath}/${path}`);
  });
  for (const path of secretFiles(config)) expect(mounted).toContain(path);
  const { store } = config;
  const certificate = store.kind === 'postgres' && new URL(store.url).searchParams;
  expect(mounted).toContain(certificate && certificate.get('sslrootcert'));
  const mode = template.spec.volumes.find(({ secret }) => secret)?.secret?.defaultMode;
  expect(mode).toBe(0o400);
  const labels = { matchLabels: template.metadata.labels };
  expect(find('Service').spec.selector).toEqual(template.metadata.labels);
  expect(find('PodDisruptionBudget').spec.selector).toEqual(labels);
  expect(find('NetworkPolicy').spec.podSelector).toEqual(labels);
});

it('exo-broker.service: the credential is the secret file of its comment', () => {
  const unit = read('exo-broker.service');
  const [, credential = ''] = /^LoadCredential=([^:]+):/m.exec(unit) ?? [];
  expect(unit).toContain(`api-secret-file: /run/credentials/exo-broker.service/${credential}\``);
  expect(unit).toContain('ExecStart=/usr/local/bin/exo-broker serve --config ');
});
