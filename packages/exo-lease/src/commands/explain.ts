// `exo-lease explain`: the policy that a scope compiles to. Sends no request and needs no key.
import { compileScope, parseTtl, withDeadline } from '@x/exo-iam';

import type { Context, GlobalOptions } from '../context.ts';
import { ExoLeaseError } from '../errors.ts';
import { readScope, type ScopeOptions } from '../options/scope-options.ts';
import { styler } from '../output/color.ts';
import { plainText } from '../output/plain-text.ts';
import { printJson } from '../output/print.ts';

export interface ExplainOptions extends GlobalOptions, ScopeOptions {
  readonly ttl: string;
}

/** @throws {ExoLeaseError} `ERR_USAGE` for a scope that only the API knows. */
export async function explain(context: Context, options: ExplainOptions): Promise<void> {
  const { template: _template, role: _role, ...scope } = await readScope(context, options);
  refuseForeign(options);
  const compiled = compileScope(scope);
  const policy = withDeadline(compiled.policy, parseTtl(options.ttl), { now: context.now() });
  const { notes } = compiled;
  if (options.outputFormat === 'json') return printJson(context, { policy, notes });
  const style = styler(context, context.stdout);
  const lines = [
    ...Object.entries(compiled.tags).map(([tag, names]) => `tag ${tag}: ${names.join(', ')}`),
    ...Object.entries(compiled.operations).map(
      ([serviceClass, names]) => `may ${names.join(', ')} (${serviceClass})`,
    ),
    ...notes.map((note) => `note: ${note}`),
  ];
  const head = lines.map((line) => `${style('dim', '#')} ${plainText(line)}\n`).join('');
  context.stdout.write(`${head}${JSON.stringify(policy, undefined, 2)}\n`);
}

function refuseForeign({ role, template, method }: ScopeOptions): void {
  const problem = role
    ? '--role is given, and only the API knows its policy'
    : template
      ? '--template is given, and only the API knows its policy'
      : method !== undefined && method !== 'scoped-role'
        ? `--method ${method} is given, which makes no policy`
        : undefined;
  if (problem === undefined) return;
  throw new ExoLeaseError(
    'ERR_USAGE',
    `${problem}; explain does not call the API. Expected operations, tags, resources or a policy.`,
  );
}
