// Reads one job of a workflow file. Other jobs are not checked, so they may use what the local runner does not
// support.
import { readFile } from 'node:fs/promises';

import { parse } from 'yaml';

import { LocalRunnerError } from '../errors.ts';
import { messageOf } from '../message-of.ts';
import { readSteps } from './read-steps.ts';
import type { Job, RunDefaults, Workflow } from './types.ts';
import { checkKeys, childMapping, optionalText, textMapping, toMapping } from './yaml-values.ts';
import type { YamlMapping } from './yaml-values.ts';

// `concurrency` and the like are decided by GitHub's servers and mean nothing here; of `permissions`, only
// `id-token` does.
const workflowKeys = {
  known: ['name', 'run-name', 'on', 'permissions', 'env', 'defaults', 'concurrency', 'jobs'],
};
const jobKeys = {
  known: [
    'name',
    'permissions',
    'needs',
    'if',
    'runs-on',
    'environment',
    'concurrency',
    'outputs',
    'env',
    'defaults',
    'steps',
    'timeout-minutes',
    'strategy',
    'continue-on-error',
  ],
  unsupported: ['container', 'services', 'uses', 'with', 'secrets', 'snapshot'],
};

/** @throws {LocalRunnerError} WORKFLOW_NOT_FOUND, WORKFLOW_INVALID, JOB_NOT_FOUND or UNSUPPORTED. */
export async function readWorkflow(file: string, jobName: string | undefined): Promise<Workflow> {
  const root = toMapping(await readYaml(file), { where: file, code: 'WORKFLOW_INVALID' });
  checkKeys(root, workflowKeys);
  const jobs = childMapping(root, 'jobs');
  const id = jobName ?? onlyJob(jobs);
  if (!Object.hasOwn(jobs.values, id)) throw unknownJob(jobs, `has no job named ${id}`);
  return {
    name: optionalText(root, 'name'),
    env: textMapping(root, 'env'),
    runDefaults: readRunDefaults(root),
    inputDefaults: readInputDefaults(root),
    job: readJob(childMapping(jobs, id), { id, workflow: root }),
  };
}

async function readYaml(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    const message = `The workflow file ${file} cannot be read. Give the path of a file.`;
    throw new LocalRunnerError('WORKFLOW_NOT_FOUND', message, { cause });
  }
  try {
    return parse(text) as unknown;
  } catch (cause) {
    const reason = messageOf(cause);
    const message = `The workflow file ${file} is not valid YAML. ${reason}`;
    throw new LocalRunnerError('WORKFLOW_INVALID', message, { cause });
  }
}

function onlyJob(jobs: YamlMapping): string {
  const [only, ...others] = Object.keys(jobs.values);
  if (only === undefined || others.length > 0) throw unknownJob(jobs, 'does not have one job');
  return only;
}

function unknownJob(jobs: YamlMapping, problem: string): LocalRunnerError {
  const names = Object.keys(jobs.values).join(', ') || 'none';
  const message = `${jobs.where} ${problem}. Name one of its jobs: ${names}.`;
  return new LocalRunnerError('JOB_NOT_FOUND', message);
}

function readJob(
  mapping: YamlMapping,
  { id, workflow }: { readonly id: string; readonly workflow: YamlMapping },
): Job {
  checkKeys(mapping, jobKeys);
  const strategy = childMapping(mapping, 'strategy');
  checkKeys(strategy, { known: ['matrix', 'fail-fast', 'max-parallel'] });
  const needs = mapping.values['needs'] ?? [];
  return {
    id,
    name: optionalText(mapping, 'name'),
    if: optionalText(mapping, 'if'),
    needs: (Array.isArray(needs) ? needs : [needs]).map(String),
    // Those of the job replace those of the workflow.
    writesIdToken: writesIdToken(
      mapping.values['permissions'] ?? workflow.values['permissions'] ?? {},
    ),
    environment: environmentOf(mapping.values['environment']),
    env: textMapping(mapping, 'env'),
    outputs: textMapping(mapping, 'outputs'),
    runDefaults: readRunDefaults(mapping),
    timeoutMinutes: optionalText(mapping, 'timeout-minutes'),
    strategy: {
      matrix: strategy.values['matrix'],
      failFast: optionalText(strategy, 'fail-fast'),
    },
    steps: readSteps(mapping, { shellRequired: false }),
  };
}

function writesIdToken(permissions: unknown): boolean {
  if (typeof permissions !== 'object' || permissions === null) return permissions === 'write-all';
  return (permissions as Readonly<Record<string, unknown>>)['id-token'] === 'write';
}

function environmentOf(environment: unknown): string | undefined {
  const isMapping = typeof environment === 'object' && environment !== null;
  const name = isMapping && 'name' in environment ? environment.name : environment;
  return typeof name === 'string' ? name : undefined;
}

function readRunDefaults(mapping: YamlMapping): RunDefaults {
  const defaults = childMapping(mapping, 'defaults');
  checkKeys(defaults, { known: ['run'] });
  const run = childMapping(defaults, 'run');
  checkKeys(run, { known: ['shell', 'working-directory'] });
  const shell = optionalText(run, 'shell');
  const workingDirectory = optionalText(run, 'working-directory');
  return {
    ...(shell === undefined ? {} : { shell }),
    ...(workingDirectory === undefined ? {} : { workingDirectory }),
  };
}

function readInputDefaults(root: YamlMapping): Readonly<Record<string, unknown>> {
  const triggers = root.values['on'];
  // `on: push` and `on: [push]` are legal and declare no inputs.
  if (typeof triggers !== 'object' || Array.isArray(triggers)) return {};
  const inputs = childMapping(
    childMapping(childMapping(root, 'on'), 'workflow_dispatch'),
    'inputs',
  );
  return Object.fromEntries(
    Object.keys(inputs.values).map((name) => {
      const input = childMapping(inputs, name);
      return [name, input.values['default'] ?? (input.values['type'] === 'boolean' ? false : '')];
    }),
  );
}
