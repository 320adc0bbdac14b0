// A holder inside the name of a lease: ids in full, then what people read, cut to fit.
import type { CiJob, GithubJob, GithubRun, Holder, LocalHolder } from './holder.ts';
import { repositoryHash, serverHash, shortHash } from './short-hash.ts';

/** What a name says of an attempt of a GitHub run. */
export interface NamedRun {
  readonly kind: 'github-run';
  /** Eight hex digits of the SHA-256 of the server's address. */
  readonly serverHash: string;
  readonly repositoryId: string | undefined;
  /** Eight hex digits of the SHA-256 of the lower-case `owner/name`. */
  readonly repositoryHash: string;
  readonly runId: string;
  readonly runAttempt: string;
  /** `owner/name`; `undefined` where the name had no room for all of it. */
  readonly repository: string | undefined;
}

/** A job of a GitHub server, as a name tells it. */
export interface NamedJob extends Omit<NamedRun, 'kind'> {
  readonly kind: 'github-job';
  readonly jobId: string;
}

/** A job of another CI system, as a name tells it. */
export interface NamedCiJob {
  readonly kind: 'ci-job';
  /** Eight hex digits of the SHA-256 of the system's address. */
  readonly issuerHash: string;
  readonly projectId: string;
  readonly pipelineId: string;
  readonly jobId: string;
}

/** What the name of a lease says of its holder. */
export type NamedHolder = NamedJob | NamedRun | NamedCiJob | LocalHolder;

interface NameOptions {
  /** Room for the holder, in characters. */
  readonly maxLength: number;
}

/** The holder's part of a name: only letters, digits, `_`, `-` and dots between the parts. */
export async function nameHolder(holder: Holder, options: NameOptions): Promise<string> {
  if (holder.kind === 'local') {
    return ['lo', plainPart(holder.user), plainPart(holder.machine)].join('.');
  }
  return holder.kind === 'ci-job' ? nameCiJob(holder, options) : nameGithub(holder, options);
}

async function nameGithub(
  holder: GithubJob | GithubRun,
  { maxLength }: NameOptions,
): Promise<string> {
  const { server, repository, repositoryId = '' } = holder;
  const ids = [
    holder.kind === 'github-job' ? 'gj' : 'gr',
    await serverHash(server),
    /^\d{1,20}$/.test(repositoryId) ? repositoryId : '0',
    await repositoryHash(repository),
    await idPart(holder.runId),
    await idPart(holder.runAttempt),
    ...(holder.kind === 'github-job' ? [await idPart(holder.jobId)] : []),
  ].join('.');
  const ownerLength = repository.indexOf('/');
  const readable = repository.replaceAll(/[^\w.-]/g, '.');
  const room = maxLength - ids.length - '.00.'.length;
  // Only one slash was replaced, and nothing is cut: then the owner's length tells where it stood.
  const whole = /^[\w.-]{1,99}\/[\w.-]+$/.test(repository) && readable.length <= room;
  const cut = readable.slice(0, room).replace(/\.+$/, '');
  return `${ids}.${whole ? ownerLength : 0}.${whole ? readable : cut || '-'}`;
}

async function nameCiJob(holder: CiJob, { maxLength }: NameOptions): Promise<string> {
  const { issuer, projectId, pipelineId, jobId, project = '' } = holder;
  const ids = ['ci', await serverHash(issuer)];
  for (const id of [projectId, pipelineId, jobId]) ids.push(await idPart(id));
  const start = ids.join('.');
  const readable = project.replaceAll(/[^\w.-]/g, '.').slice(0, maxLength - start.length - 1);
  return [start, readable.replaceAll(/^\.+|\.+$/g, '') || '-'].join('.');
}

// An id as it is, or `_` and a hash of one that is long or has other characters.
async function idPart(id: string): Promise<string> {
  if (/^[A-Za-z0-9-][\w-]{0,23}$/.test(id)) return id;
  return `_${await shortHash(id)}${await shortHash(`2:${id}`)}`;
}

function plainPart(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9]/g, '').slice(0, 32) || '-';
}

const id = String.raw`[\w-]{1,24}`;
const hash = '[0-9a-f]{8}';
const github = new RegExp(
  String.raw`^(?<kind>gj|gr)\.(?<server>${hash})\.(?<repositoryId>\d{1,20})\.(?<hash>${hash})\.(?<runId>${id})\.(?<runAttempt>${id})(?:(?<=^gj\..*)\.(?<jobId>${id}))?\.(?<ownerLength>\d{1,2})\.(?<readable>[\w.-]+)$`,
);
const ci = new RegExp(
  String.raw`^ci\.(?<issuerHash>${hash})\.(?<projectId>${id})\.(?<pipelineId>${id})\.(?<jobId>${id})\.[\w.-]+$`,
);
const local = /^lo\.(?<user>[A-Za-z0-9]{1,32}|-)\.(?<machine>[A-Za-z0-9]{1,32}|-)$/;

/** Reads what `nameHolder` wrote; `undefined` for anything else. */
export function parseNamedHolder(text: string): NamedHolder | undefined {
  return parseGithub(text) ?? parseCiJob(text) ?? parseLocal(text);
}

function parseGithub(text: string): NamedJob | NamedRun | undefined {
  const parts = github.exec(text)?.groups;
  if (!parts) return undefined;
  const part = (name: string): string => parts[name] ?? '';
  const run = {
    serverHash: part('server'),
    repositoryId: part('repositoryId') === '0' ? undefined : part('repositoryId'),
    repositoryHash: part('hash'),
    runId: part('runId'),
    runAttempt: part('runAttempt'),
    repository: repositoryOf(part('readable'), Number(part('ownerLength'))),
  };
  if (part('kind') === 'gr') return { kind: 'github-run', ...run };
  const jobId = part('jobId');
  return jobId === '' ? undefined : { kind: 'github-job', ...run, jobId };
}

function repositoryOf(readable: string, ownerLength: number): string | undefined {
  if (ownerLength === 0) return undefined;
  return `${readable.slice(0, ownerLength)}/${readable.slice(ownerLength + 1)}`;
}

function parseCiJob(text: string): NamedCiJob | undefined {
  const parts = ci.exec(text)?.groups;
  return parts && { kind: 'ci-job', ...(parts as unknown as Omit<NamedCiJob, 'kind'>) };
}

function parseLocal(text: string): LocalHolder | undefined {
  const parts = local.exec(text)?.groups;
  return parts && { kind: 'local', ...(parts as unknown as Omit<LocalHolder, 'kind'>) };
}
