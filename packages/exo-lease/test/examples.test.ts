// The examples do what they say: their command lines run here, against the simulator.
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { cliFile, run, type Ended } from './support/command.ts';
import { openOrganization, type Organization } from './support/organization.ts';

const folder = fileURLToPath(new URL('../../../examples/exo-lease/', import.meta.url));
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

describe('examples', () => {
  let organization: Organization;
  let env: Record<string, string>;

  beforeEach(async () => {
    organization = await openOrganization();
    const { home } = organization;
    const bin = join(home, 'bin');
    mkdirSync(bin);
    program(join(bin, 'exo-lease'), `exec '${process.execPath}' '${cliFile}' "$@"`);
    program(join(home, 'deploy.sh'), 'echo "deployed with $EXOSCALE_API_KEY"');
    const PATH = [bin, organization.env['PATH']].join(delimiter);
    env = { ...organization.env, PATH, SHELL: '/bin/sh' };
  });

  afterEach(() => organization.close());

  function program(file: string, script: string): void {
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
  }

  function shell(script: string, input?: string): Promise<Ended> {
    return run([], { env, wrapper: ['sh', '-ec', script], ...(input !== undefined && { input }) });
  }

  const deployments: Readonly<Record<string, () => string>> = {
    'gitlab-ci.yml': () => gitlabScript('deploy'),
    Jenkinsfile: () => /sh '''([^']+)'''/.exec(read('Jenkinsfile'))?.[1] ?? '',
    'forgejo.yml': () => {
      const workflow = parse(read('forgejo.yml')) as {
        readonly jobs: { readonly deploy: { readonly steps: { name?: string; run: string }[] } };
      };
      return workflow.jobs.deploy.steps.find(({ name }) => name === 'Deploy')?.run ?? '';
    },
    Makefile: () => `make --silent -f '${folder}Makefile' deploy`,
  };

  function gitlabScript(job: string): string {
    const jobs = parse(read('gitlab-ci.yml')) as Record<string, { readonly script: string[] }>;
    return jobs[job]?.script.join('\n') ?? '';
  }

  it.each(Object.entries(deployments))('%s deploys', async (_, scriptOf) => {
    const { code, stdout } = await shell(scriptOf());
    expect(code).toBe(0);
    expect(stdout).toMatch(/deployed with EXO[0-9a-f]{24}/);
    expect(stdout).not.toContain(organization.simulator.parentKey.apiKey);
    expect(organization.leftovers()).toEqual([]);
  });

  it('gitlab-ci.yml sweeps', async () => {
    expect(await shell(gitlabScript('sweep'))).toMatchObject({ code: 0 });
  });

  it('Makefile explains', async () => {
    const explained = await shell(`make --silent -f '${folder}Makefile' explain`);
    expect(explained.stdout).toContain('reset-instance');
  });

  it('interactive.sh opens a shell with a key of its own', async () => {
    const { apiKey, apiSecret } = organization.simulator.parentKey;
    const file = join(organization.home, '.config/exoscale/exoscale.toml');
    mkdirSync(dirname(file), { recursive: true });
    const account = `[[accounts]]\nname = "work"\nkey = "${apiKey}"\nsecret = "${apiSecret}"\n`;
    writeFileSync(file, account, { mode: 0o600 });
    const ended = await shell(`'${folder}interactive.sh'`, 'echo "shell of $EXOSCALE_API_KEY"\n');
    expect(ended.stdout).toMatch(/shell of EXO/);
    expect(ended.stdout).not.toContain(apiKey);
    expect(organization.leftovers()).toEqual([]);
  });
});
