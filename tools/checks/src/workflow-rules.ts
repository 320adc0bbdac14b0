// Rules that zizmor has too, so that they hold before anything is pushed. Its names are in brackets:
// https://docs.zizmor.sh/audits/
import { type Job, parseWorkflow, type Step, type Workflow } from './workflow.ts';

interface Subject {
  readonly text: string;
  readonly workflow: Workflow;
  readonly jobs: readonly (readonly [string, Job])[];
  readonly steps: readonly Step[];
}

type Rule = (subject: Subject) => readonly string[];

/** What is wrong with a workflow, or with a composite action, in one line each. */
export function findViolations(text: string): readonly string[] {
  const { workflow, steps } = parseWorkflow(text);
  const subject = { text, workflow, steps, jobs: Object.entries(workflow.jobs) };
  return rules.flatMap((rule) => rule(subject));
}

/** Also for every workflow of this repository; too much to ask of an example. */
export function findUnboundedJobs(text: string): readonly string[] {
  const { workflow } = parseWorkflow(text);
  if (workflow.concurrency !== undefined) return [];
  return Object.entries(workflow.jobs)
    .filter(([, { concurrency }]) => concurrency === undefined)
    .map(([id]) => `job ${id} may run twice at once [concurrency-limits]`);
}

// An expression in a script is pasted before the shell reads it; a variable is not.
const pasting: Rule = ({ steps }) =>
  steps
    .filter(({ run = '' }) => run.includes('${{'))
    .map(({ run = '' }) => `an expression in a script: ${firstLine(run)} [template-injection]`);

const grants: Rule = ({ text, workflow, jobs }) => {
  if (jobs.length === 0) return [];
  const silent = jobs.filter(([, { permissions }]) => permissions === undefined);
  const undocumented = text
    .split('\n')
    .filter((line) => /^\s+[a-z-]+: (?:read|write)$/.test(line.trimEnd()));
  return [
    ...(isEmptyObject(workflow.permissions)
      ? []
      : ['the top grants something [excessive-permissions]']),
    ...silent.map(([id]) => `job ${id} does not say its permissions [excessive-permissions]`),
    ...undocumented.map((line) => `no reason beside «${line.trim()}» [undocumented-permissions]`),
  ];
};

// The file of the default branch, with its secrets, on behalf of whoever opened a pull request.
const triggers: Rule = ({ workflow, steps }) => {
  const names = triggersOf(workflow.on);
  const takes = steps.filter(({ uses = '' }) =>
    /^actions\/(?:checkout|download-artifact)@|^\.\//.test(uses),
  );
  return [
    ...(names.includes('pull_request_target') ? ['pull_request_target [dangerous-triggers]'] : []),
    ...(names.includes('workflow_run') && takes.length > 0
      ? ['workflow_run together with files of the repository [dangerous-triggers]']
      : []),
  ];
};

const secrets: Rule = ({ text, jobs }) => [
  ...jobs
    .filter(([, job]) => job.secrets === 'inherit')
    .map(([id]) => `job ${id} hands over all secrets [secrets-inherit]`),
  ...(/toJson\(\s*secrets\s*\)/i.test(text)
    ? ['all secrets at once [overprovisioned-secrets]']
    : []),
  ...(/fromJson\(\s*secrets\./i.test(text) ? ['a part of a secret [unredacted-secrets]'] : []),
];

// Whoever can write a cache on another branch writes what is published, or what runs beside a key.
const caches: Rule = ({ workflow, jobs, steps }) => {
  const trusted = jobs.some(
    ([, { permissions, environment }]) =>
      environment !== undefined || permissionOf(permissions, 'id-token') === 'write',
  );
  if (!trusted || !triggersOf(workflow.on).some((name) => name !== 'pull_request')) return [];
  return steps
    .filter(
      ({ uses = '', with: inputs = {} }) =>
        uses.startsWith('actions/cache') ||
        (inputs['cache'] !== undefined && inputs['cache'] !== false) ||
        // These two restore one unless told otherwise.
        (uses.startsWith('actions/setup-go@') && inputs['cache'] !== false) ||
        (uses.startsWith('actions/setup-node@') && inputs['package-manager-cache'] !== false),
    )
    .map(({ uses = '' }) => `${uses} may restore a cache [cache-poisoning]`);
};

const images: Rule = ({ jobs }) =>
  jobs.flatMap(([id, { container, services = {} }]) =>
    [container, ...Object.values(services)]
      .map((place) => (typeof place === 'string' ? place : (place as { image?: string })?.image))
      .filter((image) => image !== undefined && !image.includes('@sha256:'))
      .map((image) => `job ${id} runs ${image} [unpinned-images]`),
  );

const limits: Rule = ({ workflow, jobs }) => [
  ...(jobs.length > 0 && workflow.name === undefined ? ['no name [anonymous-definition]'] : []),
  ...jobs
    .filter(([, job]) => job.uses === undefined && job['timeout-minutes'] === undefined)
    .map(([id]) => `job ${id} may run for six hours`),
];

const commands: Rule = ({ text }) =>
  text.includes('ACTIONS_ALLOW_UNSECURE_COMMANDS') ? ['::set-env:: [insecure-commands]'] : [];

const rules: readonly Rule[] = [
  pasting,
  grants,
  triggers,
  secrets,
  caches,
  images,
  limits,
  commands,
];

function triggersOf(on: unknown): readonly string[] {
  if (typeof on === 'string') return [on];
  if (Array.isArray(on)) return on.map(String);
  return typeof on === 'object' && on !== null ? Object.keys(on) : [];
}

function permissionOf(permissions: unknown, name: string): unknown {
  if (permissions === 'write-all') return 'write';
  return typeof permissions === 'object' && permissions !== null
    ? (permissions as Record<string, unknown>)[name]
    : undefined;
}

function isEmptyObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}
